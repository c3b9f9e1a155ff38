// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// desk.db: what is the analyst's own and no decision: drafts of comments and seen marks. Small and quick, written from the
// reader threads (ReadSession::desk()). Opens the file at its first question. Lives in the thread that asks it.
// A damaged desk is put aside and begun anew.

#include "storage.h"

#include "domain/ids.h"
#include "domain/moment.h"
#include "domain/result.h"

#include <QHash>

#include <atomic>
#include <memory>
#include <optional>

namespace store {

class DeskStore
{
public:
    explicit DeskStore(const QString &tenantFolder, const Storage &storage = {},
                       const std::atomic<bool> *cancelled = nullptr);
    ~DeskStore();
    Q_DISABLE_COPY_MOVE(DeskStore)

    [[nodiscard]] domain::Result<QString> draft(const domain::IncidentId &incident); // empty: none
    [[nodiscard]] domain::Result<domain::Done> saveDraft(const domain::IncidentId &incident, const QString &text); // empty removes
    [[nodiscard]] domain::Result<QHash<domain::IncidentId, QString>> drafts();

    // The stamp of the incident as it was when a person looked at it.
    [[nodiscard]] domain::Result<domain::Done> markSeen(const domain::IncidentId &incident, domain::Moment updated);
    [[nodiscard]] domain::Result<QHash<domain::IncidentId, domain::Moment>> seen();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace store
