// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A reader's hold on a database that somebody else writes: opened at the first question, again after a failure, and when
// another file lies under the name. Lives in the thread of its reader.

#include "errors.h"
#include "guardedpath.h"
#include "opening.h"
#include "transaction.h"

namespace store {

template <class Tables>
class ReadAccess
{
public:
    ReadAccess(Description description, QString folder, Storage storage, const std::atomic<bool> *cancelled)
        : m_description(std::move(description))
        , m_folder(std::move(folder))
        , m_storage(std::move(storage))
        , m_cancelled(cancelled)
    {
    }

    // question(Tables &) -> T within one snapshot; what fails below sticks to the connection and is answered instead.
    template <class Question>
    auto read(const QString &tried, Question question)
        -> domain::Result<std::decay_t<decltype(question(std::declval<Tables &>()))>>
    {
        const domain::Result<domain::Done> opened = ready();
        if (!opened)
            return opened.error();
        Transaction snapshot(*m_opened.connection, tried, Transaction::Kind::Read);
        auto answer = question(*m_tables);
        const domain::Result<domain::Done> done = snapshot.commit();
        if (done)
            return answer;
        domain::Error error = done.error();
        if (m_opened.newer && error.kind == domain::ErrorKind::StorageFailed)
            error.kind = domain::ErrorKind::SchemaNewer;
        return error;
    }
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    domain::Result<domain::Done> ready()
    {
        QByteArray identity = fileIdentity(m_description.file(m_folder));
        if (m_tables && (identity != m_identity || m_opened.connection->isBroken())) {
            m_tables.reset();
            m_opened.connection.reset();
        }
        if (m_tables)
            return domain::Done {};
        domain::Result<OpenedForReading> opened = openForReading(m_description, m_folder, m_storage, m_cancelled);
        if (!opened)
            return opened.error();
        m_opened = std::move(*opened);
        m_identity = std::move(identity);
        m_tables = std::make_unique<Tables>(*m_opened.connection);
        return domain::Done {};
    }

    Description m_description;
    QString m_folder;
    Storage m_storage;
    const std::atomic<bool> *m_cancelled;
    QByteArray m_identity; // of the file that is open
    OpenedForReading m_opened;
    std::unique_ptr<Tables> m_tables;
};

} // namespace store
