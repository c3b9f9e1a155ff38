// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filternodes.h"
#include "filtertime.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

using Predicate = std::function<bool(const FilterSubject &, const FilterContext &)>;
using Term = std::variant<FilterNode, FilterError>;

FilterNode node(Predicate accepts)
{
    return std::make_shared<const Filter::Node>(Filter::Node {std::move(accepts)});
}

FilterError wrong(const FilterValue &value, const QString &code)
{
    return {value.position, value.length, code, value.text};
}

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isWord(const FilterValue &value, QLatin1StringView special)
{
    return !value.quoted && value.text.compare(special, Qt::CaseInsensitive) == 0;
}

template <class T>
bool compares(T left, FilterComparison comparison, T right)
{
    switch (comparison) {
    case FilterComparison::Is: return left == right;
    case FilterComparison::Less: return left < right;
    case FilterComparison::LessOrEqual: return left <= right;
    case FilterComparison::Greater: return left > right;
    case FilterComparison::GreaterOrEqual: return left >= right;
    }
    Q_UNREACHABLE();
}

// "in-progress", "in_progress" and "inProgress" are the same to who types them.
QString joined(QString text)
{
    return text.remove(u'-').remove(u'_').remove(u' ');
}

// One field of the row that holds a word of a vocabulary. `none`: the service has set nothing.
template <class E>
Term wordTerm(Word<E> QueueRow::*field, const FilterValue &value)
{
    if (value.comparison != FilterComparison::Is)
        return wrong(value, u"badComparison"_s);
    if (isWord(value, "none"_L1)) {
        return node([field](const FilterSubject &subject, const FilterContext &) {
            const Word<E> &word = subject.row.*field;
            return word.wire.isEmpty() || isSame(word.wire, u"unknown"_s);
        });
    }
    const Word<E> wanted = word<E>(joined(value.text));
    const bool isKnown = wanted.value != E::Other || isSame(wanted.wire, wireWord(E::Other));
    if (!isKnown || wanted.wire.isEmpty())
        return wrong(value, u"badValue"_s);
    return node([field, wanted](const FilterSubject &subject, const FilterContext &) {
        const Word<E> &word = subject.row.*field;
        return word.value == wanted.value && (wanted.value != E::Other || isSame(word.wire, wanted.wire));
    });
}

Term statusTerm(const FilterValue &value)
{
    if (value.comparison == FilterComparison::Is && isWord(value, "open"_L1)) {
        return node([](const FilterSubject &subject, const FilterContext &) {
            const IncidentStatus status = subject.row.status.value;
            return status != IncidentStatus::Resolved && status != IncidentStatus::Redirected;
        });
    }
    return wordTerm(&QueueRow::status, value);
}

Term severityTerm(const FilterValue &value)
{
    if (value.comparison == FilterComparison::Is)
        return wordTerm(&QueueRow::severity, value);
    const Severity limit = word<Severity>(value.text).value;
    if (limit == Severity::Other)
        return wrong(value, u"badValue"_s);
    return node([limit, comparison = value.comparison](const FilterSubject &subject, const FilterContext &) {
        const Severity severity = subject.row.severity.value;
        return severity != Severity::Other && compares(severity, comparison, limit);
    });
}

Term sourceTerm(const FilterValue &value)
{
    struct Short {
        QLatin1StringView name;
        ServiceSource source;
    };
    constexpr std::array shorts {
        Short {"office365"_L1, ServiceSource::DefenderForOffice365},
        Short {"endpoint"_L1, ServiceSource::DefenderForEndpoint},
        Short {"identity"_L1, ServiceSource::DefenderForIdentity},
        Short {"cloudApps"_L1, ServiceSource::DefenderForCloudApps},
        Short {"defender"_L1, ServiceSource::Microsoft365Defender},
        Short {"entra"_L1, ServiceSource::EntraIdProtection},
        Short {"appGovernance"_L1, ServiceSource::AppGovernance},
        Short {"dlp"_L1, ServiceSource::DataLossPrevention},
        Short {"cloud"_L1, ServiceSource::DefenderForCloud},
        Short {"sentinel"_L1, ServiceSource::Sentinel},
        Short {"insiderRisk"_L1, ServiceSource::InsiderRiskManagement},
        Short {"threatIntelligence"_L1, ServiceSource::ThreatIntelligence},
        Short {"ai"_L1, ServiceSource::SecurityForAi},
    };
    if (value.comparison != FilterComparison::Is)
        return wrong(value, u"badComparison"_s);
    const QString text = joined(value.text);
    ServiceSource wanted = word<ServiceSource>(text).value;
    for (const Short &known : shorts) {
        if (text.compare(known.name, Qt::CaseInsensitive) == 0)
            wanted = known.source;
    }
    if (wanted == ServiceSource::Other)
        return wrong(value, u"badValue"_s);
    return node(
        [wanted](const FilterSubject &subject, const FilterContext &) { return subject.row.sources.contains(wanted); });
}

Term assigneeTerm(const FilterValue &value)
{
    if (value.comparison != FilterComparison::Is)
        return wrong(value, u"badComparison"_s);
    if (isWord(value, "none"_L1)) {
        return node(
            [](const FilterSubject &subject, const FilterContext &) { return subject.row.assignedTo.isEmpty(); });
    }
    if (isWord(value, "somebody"_L1)) {
        return node(
            [](const FilterSubject &subject, const FilterContext &) { return !subject.row.assignedTo.isEmpty(); });
    }
    if (isWord(value, "me"_L1)) {
        return node([](const FilterSubject &subject, const FilterContext &context) {
            return !context.me.isEmpty() && isSame(subject.row.assignedTo.raw(), context.me);
        });
    }
    return node([text = value.text](const FilterSubject &subject, const FilterContext &) {
        return subject.row.assignedTo.raw().contains(text, Qt::CaseInsensitive);
    });
}

Term tagTerm(const FilterValue &value)
{
    if (value.comparison != FilterComparison::Is)
        return wrong(value, u"badComparison"_s);
    if (isWord(value, "none"_L1))
        return node([](const FilterSubject &subject, const FilterContext &) { return subject.row.tags.isEmpty(); });
    return node([text = value.text](const FilterSubject &subject, const FilterContext &) {
        const UntrustedList &tags = subject.row.tags;
        return std::any_of(tags.begin(), tags.end(), [&text](const Untrusted &tag) { return isSame(tag.raw(), text); });
    });
}

Term pendingTerm(const FilterValue &value)
{
    if (value.comparison != FilterComparison::Is)
        return wrong(value, u"badComparison"_s);
    const bool wanted = isWord(value, "yes"_L1);
    if (!wanted && !isWord(value, "no"_L1))
        return wrong(value, u"badValue"_s);
    return node([wanted](const FilterSubject &subject, const FilterContext &) {
        return (subject.action || subject.row.pendingActions > 0) == wanted;
    });
}

// The numbers of a row; absent is less than nothing, and equal to nothing but `none`.
template <class Number>
Term numberTerm(Number numberOf, const FilterValue &value)
{
    if (value.comparison == FilterComparison::Is && isWord(value, "none"_L1)) {
        return node([numberOf](const FilterSubject &subject, const FilterContext &) {
            return !numberOf(subject.row).has_value();
        });
    }
    bool isNumber = false;
    const qint64 wanted = value.text.toLongLong(&isNumber);
    if (!isNumber)
        return wrong(value, u"badValue"_s);
    return node([numberOf, wanted, comparison = value.comparison](const FilterSubject &subject, const FilterContext &) {
        const std::optional<qint64> number = numberOf(subject.row);
        return number && compares(*number, comparison, wanted);
    });
}

template <class Time>
Term timeTerm(Time timeOf, const FilterValue &value)
{
    if (value.comparison == FilterComparison::Is && isWord(value, "none"_L1)) {
        return node([timeOf](const FilterSubject &subject, const FilterContext &) { return !timeOf(subject); });
    }
    const auto wanted = value.quoted ? std::nullopt : FilterTime::parse(value.text);
    if (!wanted)
        return wrong(value, u"badValue"_s);
    return node(
        [timeOf, wanted, comparison = value.comparison](const FilterSubject &subject, const FilterContext &context) {
            const std::optional<Moment> time = timeOf(subject);
            return time && wanted->accepts(*time, comparison, context);
        });
}

Term idTerm(const FilterValue &value)
{
    const auto idNumber = [](const QueueRow &row) -> std::optional<qint64> {
        bool isNumber = false;
        const qint64 number = row.id.text.toLongLong(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    };
    if (value.comparison != FilterComparison::Is)
        return numberTerm(idNumber, value);
    return node([text = value.text](const FilterSubject &subject, const FilterContext &) {
        return isSame(subject.row.id.text, text);
    });
}

Term createdTerm(const FilterValue &value)
{
    return timeTerm([](const FilterSubject &subject) { return std::optional(subject.row.created); }, value);
}

Term updatedTerm(const FilterValue &value)
{
    return timeTerm([](const FilterSubject &subject) { return std::optional(subject.row.updated); }, value);
}

Term expiresTerm(const FilterValue &value)
{
    return timeTerm(
        [](const FilterSubject &subject) {
            return subject.action ? std::optional(subject.action->expires) : subject.row.pendingExpires;
        },
        value);
}

Term alertsTerm(const FilterValue &value)
{
    return numberTerm([](const QueueRow &row) { return std::optional<qint64>(row.alerts); }, value);
}

Term priorityTerm(const FilterValue &value)
{
    return numberTerm(
        [](const QueueRow &row) {
            return row.priorityScore ? std::optional<qint64>(*row.priorityScore) : std::nullopt;
        },
        value);
}

Term classificationTerm(const FilterValue &value)
{
    return wordTerm(&QueueRow::classification, value);
}

Term determinationTerm(const FilterValue &value)
{
    return wordTerm(&QueueRow::determination, value);
}

struct FieldEntry {
    QLatin1StringView name;
    Term (*make)(const FilterValue &);
};

constexpr std::array fieldEntries {
    FieldEntry {"id"_L1, idTerm},
    FieldEntry {"status"_L1, statusTerm},
    FieldEntry {"severity"_L1, severityTerm},
    FieldEntry {"assignee"_L1, assigneeTerm},
    FieldEntry {"tag"_L1, tagTerm},
    FieldEntry {"source"_L1, sourceTerm},
    FieldEntry {"pending"_L1, pendingTerm},
    FieldEntry {"classification"_L1, classificationTerm},
    FieldEntry {"determination"_L1, determinationTerm},
    FieldEntry {"created"_L1, createdTerm},
    FieldEntry {"updated"_L1, updatedTerm},
    FieldEntry {"alerts"_L1, alertsTerm},
    FieldEntry {"priority"_L1, priorityTerm},
    FieldEntry {"expires"_L1, expiresTerm},
};

const FieldEntry *fieldEntry(const QString &name)
{
    for (const FieldEntry &entry : fieldEntries) {
        if (name.compare(entry.name, Qt::CaseInsensitive) == 0)
            return &entry;
    }
    return nullptr;
}

bool actionHolds(const PendingAction &action, const QString &needle)
{
    const auto holds = [&needle](const QString &text) { return text.contains(needle, Qt::CaseInsensitive); };
    return holds(action.label.raw()) || isSame(action.id.text, needle)
        || std::any_of(action.targets.begin(), action.targets.end(), [&](const MailTarget &target) {
               return holds(target.recipient) || isSame(target.networkMessageId, needle);
           });
}

} // namespace

bool isFilterField(const QString &name)
{
    return fieldEntry(name) != nullptr;
}

Term filterTerm(const QString &field, const FilterValue &value)
{
    return fieldEntry(field)->make(value);
}

FilterNode filterText(const QString &needle)
{
    return node([needle](const FilterSubject &subject, const FilterContext &) {
        const auto holds = [&needle](const Untrusted &text) {
            return text.raw().contains(needle, Qt::CaseInsensitive);
        };
        const QueueRow &row = subject.row;
        return holds(row.name) || holds(row.assignedTo) || isSame(row.id.text, needle)
            || std::any_of(row.tags.begin(), row.tags.end(), holds)
            || (subject.action && actionHolds(*subject.action, needle));
    });
}

QStringList filterFields()
{
    QStringList names;
    for (const FieldEntry &entry : fieldEntries)
        names.append(entry.name);
    return names;
}

} // namespace domain
