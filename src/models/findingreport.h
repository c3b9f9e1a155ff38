// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was found, as a text that can be handed to strangers: without names, ids, addresses of people, hosts other than
// Microsoft's, the home folder, or anything that could be a token. What is known is taken out by what it is, and what merely
// looks like it by its shape. Pure; any thread.

#include "timetext.h"

#include "domain/finding.h"

#include <QString>
#include <QStringList>

namespace models {

struct Redaction {
    QString home {}; // becomes ~
    QString user {}; // name at the system
    QStringList tenantNames {}; // keys, ids, domains
    QStringList accounts {}; // oids and user names

    friend bool operator==(const Redaction &, const Redaction &) = default;
};

[[nodiscard]] domain::Finding redacted(domain::Finding finding, const Redaction &redaction);
[[nodiscard]] QString redacted(const QString &text, const Redaction &redaction);

// By area, the worst first, remedies under what they are for.
[[nodiscard]] QString reportText(const domain::Findings &findings, const Redaction &redaction, const TimeText &times, domain::Moment now);

} // namespace models
