// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailboxrules.h"

#include <QRegularExpression>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int tidyPeople = 6; // every sixth has a rule of their own
constexpr int firstTidyRule = 2'000'000;

QJsonObject ruleOf(const QString &id, const QString &name, const QJsonObject &conditions, const QJsonObject &actions)
{
    return {{u"id"_s, id},
            {u"displayName"_s, name},
            {u"sequence"_s, 1},
            {u"isEnabled"_s, true},
            {u"hasError"_s, false},
            {u"isReadOnly"_s, false},
            {u"conditions"_s, conditions},
            {u"actions"_s, actions},
            {u"exceptions"_s, QJsonValue::Null}};
}

QJsonObject recipient(const QString &address)
{
    return {{u"emailAddress"_s, QJsonObject {{u"name"_s, address}, {u"address"_s, address}}}};
}

// An item of evidence describes a rule in words only; whoever reads it finds the address and the quoted word in them.
QString firstMatch(const QString &text, const QString &pattern)
{
    return QRegularExpression(pattern).match(text).captured(1);
}

auto placeOf(const QJsonArray &rules, const QString &id)
{
    return std::find_if(rules.begin(), rules.end(), [&id](const QJsonValue &rule) { return rule[u"id"].toString() == id; });
}

} // namespace

MailboxRules::MailboxRules(const People &people)
{
    for (int i = tidyPeople; i < people.size(); i += tidyPeople) {
        add(people.at(i).upn,
            ruleOf(QString::number(firstTidyRule + i), u"Newsletters"_s, {{u"subjectContains"_s, QJsonArray {u"newsletter"_s}}},
                   {{u"markAsRead"_s, true}, {u"stopProcessingRules"_s, false}}));
    }
}

void MailboxRules::addFrom(const QJsonObject &evidence)
{
    const QString id = evidence[u"configurationId"].toString();
    const QString mailbox = evidence[u"mailboxPrimaryAddress"].toString();
    if (evidence[u"configurationType"].toString() != "userInboxRule"_L1 || id.isEmpty() || !find(mailbox, id).isEmpty()) {
        return;
    }
    const QString words = evidence[u"displayName"].toString();
    const QString address = firstMatch(words, u"([^\\s()<>]+@[^\\s()<>]+)"_s);
    const QString subject = firstMatch(words, u"\"([^\"]+)\""_s);
    QJsonObject actions {{u"delete"_s, true}, {u"stopProcessingRules"_s, true}};
    if (!address.isEmpty()) {
        actions.insert(u"forwardTo"_s, QJsonArray {recipient(address)});
    }
    add(mailbox, ruleOf(id, words.section(u" ("_s, 0, 0),
                        subject.isEmpty() ? QJsonObject() : QJsonObject {{u"subjectContains"_s, QJsonArray {subject}}}, actions));
}

void MailboxRules::add(const QString &mailbox, const QJsonObject &rule)
{
    QJsonArray &rules = m_rules[mailbox.toLower()];
    QJsonObject added = rule;
    added.insert(u"sequence"_s, rules.size() + 1);
    rules.append(added);
}

QJsonArray MailboxRules::list(const QString &mailbox) const
{
    return m_rules.value(mailbox.toLower());
}

QJsonObject MailboxRules::find(const QString &mailbox, const QString &id) const
{
    const QJsonArray rules = list(mailbox);
    const auto found = placeOf(rules, id);
    return found == rules.end() ? QJsonObject() : (*found).toObject();
}

bool MailboxRules::replace(const QString &mailbox, const QJsonObject &rule)
{
    QJsonArray &rules = m_rules[mailbox.toLower()];
    const auto found = placeOf(rules, rule[u"id"].toString());
    if (found == rules.end()) {
        return false;
    }
    rules.replace(found - rules.constBegin(), rule);
    return true;
}

bool MailboxRules::remove(const QString &mailbox, const QString &id)
{
    QJsonArray &rules = m_rules[mailbox.toLower()];
    const auto found = placeOf(rules, id);
    if (found == rules.end()) {
        return false;
    }
    rules.removeAt(found - rules.constBegin());
    return true;
}

} // namespace simulator
