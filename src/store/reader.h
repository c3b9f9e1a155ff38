// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One thread's end of Readers: carries out a question at a time. Lives in a reader thread; only cancel() and admit() are
// called from the thread of Readers.

#include "readers.h"

namespace store {

class Reader : public QObject
{
    Q_OBJECT
public:
    Reader(const QString &tenantFolder, const domain::Decoder &decoder, const Storage &storage);

    void cancel(); // what runs, or is about to
    void admit(); // the next one is not cancelled; before it is handed over
    void answer(std::function<void(ReadSession &)> job);

Q_SIGNALS:
    void answered();

private:
    ReadSession m_session;
};

} // namespace store
