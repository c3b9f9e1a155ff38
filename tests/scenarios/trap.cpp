// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/trap.h"

#include <QThread>

#include <csignal>
#include <utility>

#include <unistd.h>

namespace scenarios {

void killOneself()
{
    ::kill(::getpid(), SIGKILL);
    for (;;) // the signal ends the process before kill() comes back; the compiler does not know
        ::pause();
}

void Trap::setTrigger(Event event, int nth)
{
    m_event = event;
    m_nth = nth;
}

void Trap::pass(Event event)
{
    if (++m_counts.at(size_t(event)) == m_nth && event == m_event)
        killOneself();
}

TrapGate::TrapGate(Trap &trap, QString thread)
    : m_trap(trap)
    , m_thread(std::move(thread))
{
}

int TrapGate::before(const char *sql)
{
    if (QThread::currentThread()->objectName() != m_thread)
        return 0;
    const QByteArrayView text(sql);
    if (text.startsWith("BEGIN")) {
        m_isWriting = text != QByteArrayView("BEGIN");
    } else if (text == QByteArrayView("COMMIT")) {
        if (std::exchange(m_isWriting, false))
            m_trap.pass(Event::Commit);
    } else if (m_isWriting) {
        m_trap.pass(Event::Statement);
    }
    return 0;
}

TrapTransport::TrapTransport(std::shared_ptr<remote::Transport> real, Trap &trap, const QRegularExpression &counted)
    : m_real(std::move(real))
    , m_trap(trap)
    , m_counted(counted)
{
}

void TrapTransport::send(const remote::HttpRequest &request, QObject *asker, AnswerFunction answer)
{
    const QString line = QString::fromLatin1(request.method) + u' ' + request.url.path();
    if (!m_counted.match(line).hasMatch()) {
        m_real->send(request, asker, std::move(answer));
        return;
    }
    m_real->send(request, asker, [this, answer = std::move(answer)](const domain::Result<remote::HttpAnswer> &result) {
        m_trap.pass(Event::Answered);
        answer(result);
    });
    m_trap.pass(Event::Handed);
}

} // namespace scenarios
