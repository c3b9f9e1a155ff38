// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where mails lie now, from analyzedEmails (application token, one call a message) or from hunting (one call for all).
// Engine thread.

#include "mailsighting.h"

namespace remote {

enum class MailSource { AnalyzedEmails, Hunting };

struct MailLook {
    QList<MailSighting> sightings;
    QString source; // "analyzedEmail", "hunting"
    std::optional<domain::Moment> serverDate;
};

class LatestLocations
{
public:
    using FactsFunction = std::function<void(domain::Result<QList<domain::Fact>>)>;

    explicit LatestLocations(GraphClient &client)
        : m_client(client)
    {
    }

    // Facts named by domain::latestLocationFact(), sorted by name; a target without a recipient stands for all recipients
    // of its message. A target that the source does not know has a fact with an empty value.
    void read(const QList<domain::MailTarget> &targets, MailSource source, Lane lane, QObject *asker,
              FactsFunction answer);
    // The same as sightings. `eventsSince` also asks what was done to them since then.
    void look(const QList<domain::MailTarget> &targets, MailSource source,
              const std::optional<domain::Moment> &eventsSince, Lane lane, QObject *asker,
              std::function<void(domain::Result<MailLook>)> answer);

private:
    GraphClient &m_client;
};

} // namespace remote
