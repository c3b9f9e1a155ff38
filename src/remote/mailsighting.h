// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a mail was seen to lie, and what was done to it since: the common form of what analyzedEmails and hunting tell.
// Values; any thread.

#include "analyzedemails.h"
#include "hunting.h"

#include "domain/decision.h"

namespace remote {

struct MailSighting {
    domain::MailTarget target; // both parts in lower case
    domain::Word<domain::MailLocation> location;
    QString action; // latest delivery action, as received
    QList<MailEvent> events; // in order of time
};

[[nodiscard]] domain::MailTarget lowered(const domain::MailTarget &target);
// One spelling for what hunting, analyzedEmails and evidence each spell in their own way; the value of a location fact.
[[nodiscard]] QString locationValue(const domain::Word<domain::MailLocation> &location);

// Pure readers of the two sources.
[[nodiscard]] QList<MailSighting> sightings(const QList<AnalyzedEmail> &emails);
[[nodiscard]] QList<MailSighting> sightings(const HuntingAnswer &latestLocations);
void addEvents(QList<MailSighting> &sightings, const HuntingAnswer &postDelivery);

// A fact for each target, and for each recipient that was seen of a target without one; an empty value where a target was
// not seen. `time` is the source's.
[[nodiscard]] QList<domain::Fact> locationFacts(const QList<domain::MailTarget> &targets,
                                                const QList<MailSighting> &sightings, const QString &source,
                                                const std::optional<domain::Moment> &time);

} // namespace remote
