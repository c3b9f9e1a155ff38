// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording.h"
#include "wordingtext.h"

#include "domain/facts.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

bool is(const QString &name, const char16_t *fact)
{
    return name == QStringView(fact);
}

QString judgedValue(const QString &name, const QString &value)
{
    if (is(name, domain::factIncidentStatus))
        return models::name(domain::word<domain::IncidentStatus>(value));
    if (is(name, domain::factClassification))
        return models::name(domain::word<domain::Classification>(value));
    if (is(name, domain::factDetermination))
        return models::name(domain::word<domain::Determination>(value));
    if (is(name, domain::factSeverity))
        return models::name(domain::word<domain::Severity>(value));
    if (is(name, domain::factVerdict))
        return models::name(domain::word<domain::Verdict>(value));
    return {};
}

} // namespace

QString factName(const QString &name)
{
    if (const auto target = domain::targetOfLocationFact(name)) {
        return target->recipient.isEmpty() ? tr("Latest location of the mail")
                                           : tr("Latest location of the mail to %1").arg(shown(target->recipient));
    }
    if (is(name, domain::factIncidentStatus))
        return tr("Status of the incident");
    if (is(name, domain::factAssignedTo))
        return tr("Assigned to");
    if (is(name, domain::factTags))
        return tr("Tags");
    if (is(name, domain::factClassification))
        return tr("Classification");
    if (is(name, domain::factDetermination))
        return tr("Determination");
    if (is(name, domain::factSeverity))
        return tr("Severity");
    if (is(name, domain::factUpdated))
        return tr("Last change of the incident");
    if (is(name, domain::factRedirect))
        return tr("Merged into incident");
    if (is(name, domain::factVerdict))
        return tr("Verdict");
    if (is(name, domain::factRemediationStatus))
        return tr("Status of the pending action");
    if (is(name, domain::factTargetSet))
        return tr("Mails that it covers");
    return shown(name);
}

QString factValue(const QString &name, const QString &value)
{
    if (domain::targetOfLocationFact(name))
        return value.isEmpty() ? tr("not known") : models::name(domain::word<domain::MailLocation>(value));
    if (is(name, domain::factAssignedTo))
        return value.isEmpty() ? tr("nobody") : shown(value);
    if (is(name, domain::factTags))
        return value.isEmpty() ? tr("none") : shown(QString(value).replace(u'\n', u", "_s));
    if (is(name, domain::factRedirect))
        return value.isEmpty() ? tr("not merged") : shown(value);
    if (is(name, domain::factRemediationStatus))
        return value.isEmpty() ? tr("no longer waits") : models::name(domain::word<domain::RemediationStatus>(value));
    if (is(name, domain::factTargetSet)) {
        bool isNumber = false;
        const qint64 count = value.section(u':', 0, 0).toLongLong(&isNumber);
        return isNumber ? mailCount(count) : tr("none");
    }
    const QString judged = judgedValue(name, value);
    if (!judged.isEmpty())
        return judged;
    return value.isEmpty() ? tr("none") : shown(value);
}

QString sentence(const domain::FactDifference &difference)
{
    const QString before = factValue(difference.name, difference.before);
    const QString now = factValue(difference.name, difference.now);
    if (before == now)
        return tr("%1: changed, though still %2.").arg(factName(difference.name), now);
    return tr("%1: was %2, is now %3.").arg(factName(difference.name), before, now);
}

QString factSource(const domain::Fact &fact, const TimeText &times, domain::Moment now)
{
    QString source;
    if (fact.source == "hunting"_L1)
        source = tr("from hunting");
    else if (fact.source == "analyzedEmail"_L1)
        source = tr("from the mail itself");
    else if (fact.source == "graph"_L1)
        source = tr("from Microsoft Graph");
    else if (fact.source == "preflight"_L1)
        source = tr("read before sending");
    else
        source = tr("from the cache");
    return fact.sourceTime ? tr("%1, %2", "where from, how old").arg(source, times.brief(*fact.sourceTime, now))
                           : source;
}

} // namespace models
