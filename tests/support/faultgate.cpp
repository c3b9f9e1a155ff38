// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultgate.h"

namespace casemate::test {

int FaultGate::before(const char *sql)
{
    const int number = ++m_count;
    bool strike = false;
    switch (m_mode.load()) {
    case Fail:
        strike = number == m_nth.load();
        break;
    case Die:
        strike = number >= m_nth.load();
        break;
    case FailText:
        strike = !m_struck.load() && QByteArrayView(sql).startsWith(m_beginning);
        break;
    default:
        break;
    }
    if (!strike)
        return 0;
    m_struck = true;
    return m_code.load();
}

void FaultGate::failAt(int nth, int resultCode)
{
    set(Fail, nth, resultCode);
}

void FaultGate::dieAt(int nth, int resultCode)
{
    set(Die, nth, resultCode);
}

void FaultGate::failNext(const QByteArray &beginning, int resultCode)
{
    m_beginning = beginning;
    set(FailText, 0, resultCode);
}

void FaultGate::clear()
{
    set(Clear, 0, 0);
}

void FaultGate::set(Mode mode, int nth, int resultCode)
{
    m_mode = Clear;
    m_nth = nth;
    m_code = resultCode;
    m_count = 0;
    m_struck = false;
    m_mode = mode;
}

} // namespace casemate::test
