// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace store {

namespace {

void blame(ChainReport &report, qint64 seq, const QString &reason)
{
    if (report.firstBad && *report.firstBad <= seq)
        return;
    report.firstBad = seq;
    report.reason = reason;
}

} // namespace

Chain::Chain(Connection &connection)
    : m_links(connection)
    , m_head(connection, "SELECT entries, hash, decisions FROM head WHERE only = 1")
    , m_row(connection, "SELECT row FROM decision WHERE id = ?1")
    , m_decisions(connection,
                  "SELECT d.id, d.state, d.kind, d.incident, d.action, d.executor, d.attempts, "
                  "(SELECT count(*) FROM attempt AS a WHERE a.decision = d.row) FROM decision AS d ORDER BY d.row")
    , m_personal(connection)
{
}

ChainReport Chain::verify(const std::optional<Anchor> &known)
{
    m_stories.clear();
    ChainReport report;
    report.head = m_links.start();
    m_links.rewind();
    while (const std::optional<AuditLink> link = m_links.next()) {
        const qint64 expected = report.head.seq + 1;
        QString reason = checkLink(*link, report.head);
        if (reason.isEmpty() && !link->withheld)
            reason = follow(link->entry, expected);
        const QByteArray hash = link->withheld ? link->hashAfter(report.head.hash) : link->hash;
        if (reason.isEmpty() && known && known->seq == expected && known->hash != hash)
            reason = u"anchor"_s;
        if (!reason.isEmpty()) {
            blame(report, expected, reason);
            return report; // whatever follows hangs on a broken link
        }
        report.entries += link->withheld ? 0 : 1;
        report.head = {expected, hash};
    }
    if (known && known->seq > report.head.seq)
        blame(report, report.head.seq + 1, u"anchor"_s);
    compareHead(report);
    compareDecisions(report);
    return report;
}

QString Chain::checkLink(const AuditLink &link, const Anchor &before)
{
    if (link.seq != before.seq + 1)
        return u"gap"_s;
    if (link.withheld)
        return {}; // wrong ones are found by the next entry, or at the head
    if (link.prev != before.hash)
        return u"previous"_s;
    if (link.hashAfter(before.hash) != link.hash)
        return u"hash"_s;
    return {};
}

QString Chain::follow(const QByteArray &entry, qint64 seq)
{
    const QJsonObject object = QJsonDocument::fromJson(entry).object();
    if (object.value("seq"_L1).toInteger() != seq)
        return u"unreadable"_s;
    const QString event = object.value("event"_L1).toString();
    Story &story = storyOf(object.value("decision"_L1).toString(), seq);
    if (story.row == 0)
        return u"decisionMissing"_s;
    story.state = object.value("state"_L1).toString();
    if (event == "decided"_L1) {
        story.kind = object.value("kind"_L1).toString();
        story.incident = object.value("incident"_L1).toString();
        story.action = object.value("action"_L1).toString();
        story.executor = object.value("executor"_L1).toString();
    } else if (event == "attempted"_L1) {
        ++story.attempts;
    }
    const QJsonObject personal = object.value("personal"_L1).toObject();
    for (auto field = personal.begin(); field != personal.end(); ++field) {
        if (m_personal.prove(story.row, field.key(), field.value().toString()) == PersonalTable::Proof::Wrong)
            return u"personal"_s;
    }
    return {};
}

Chain::Story &Chain::storyOf(const QString &decision, qint64 seq)
{
    Story &story = m_stories[decision];
    if (story.firstSeq == 0) {
        story.firstSeq = seq;
        story.row = m_row.with(decision).next() ? m_row.integer(0) : 0;
    }
    return story;
}

void Chain::compareHead(ChainReport &report)
{
    const qint64 next = report.head.seq + 1;
    if (!m_head.with().next()) {
        blame(report, next, u"missingTail"_s);
        return;
    }
    const qint64 last = m_head.integer(0);
    if (last != report.head.seq)
        blame(report, std::min(last + 1, next), u"missingTail"_s);
    else if (m_head.bytes(1) != report.head.hash || m_head.integer(2) != m_stories.size())
        blame(report, next, u"missingTail"_s);
}

// An entry is missing at the end when a decision stands elsewhere than the last word about it says.
void Chain::compareDecisions(ChainReport &report)
{
    for (m_decisions.with(); m_decisions.next();) {
        const auto story = m_stories.constFind(m_decisions.text(0));
        const bool told = story != m_stories.constEnd() && story->state == m_decisions.text(1)
            && story->kind == m_decisions.text(2) && story->incident == m_decisions.text(3)
            && story->action == m_decisions.text(4) && story->executor == m_decisions.text(5)
            && story->attempts == m_decisions.integer(6) && story->attempts == m_decisions.integer(7);
        if (!told)
            blame(report, report.head.seq + 1, u"decisionDiffers"_s);
    }
}

} // namespace store
