// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/samples.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace domain;
using K = DecisionKind;

struct Try {
    Decision decision;
    Capabilities capabilities = samples::everything();
    Moment now = samples::at(u"2026-03-01T10:00:05Z");
    QString code = {}; // empty: may be decided
};
Q_DECLARE_METATYPE(Try)

namespace {

using Change = std::function<void(Try &)>;

void row(const char *name, const Decision &decision, const QString &code, const Change &change = {})
{
    Try attempt {.decision = decision, .code = code};
    if (change)
        change(attempt);
    QTest::newRow(name) << attempt;
}

Decision about(K kind, const QString &comment = {})
{
    Decision decision = samples::decision(kind, {}, comment);
    decision.action = {u"action"_s};
    return decision;
}

void lie(Try &attempt, const QString &location)
{
    attempt.decision.facts.first().value = location;
}

} // namespace

class MayDecide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleSaysItsName_data()
    {
        QTest::addColumn<Try>("attempt");
        addAllowed();
        addAccount();
        addValues();
        addMail();
    }
    void everyRuleSaysItsName()
    {
        QFETCH(Try, attempt);
        const auto answer = mayDecide(attempt.decision, attempt.capabilities, attempt.now);
        QCOMPARE(answer ? QString() : answer.error().code, attempt.code);
        if (!answer) {
            QCOMPARE(answer.error().kind, ErrorKind::Refused);
            QVERIFY(!answer.error().mayHaveBeenApplied);
            QVERIFY2(refusalCodes().contains(attempt.code), qPrintable(attempt.code));
            m_seen.insert(attempt.code);
        }
    }

    void everyCodeHasBeenSeen() // runs after the rows
    {
        const QStringList codes = refusalCodes();
        QCOMPARE(m_seen, QSet<QString>(codes.begin(), codes.end()));
    }

private:
    void addAllowed()
    {
        row("assign", samples::decision(K::Assign, u"ada@fabrikam.example"_s), {});
        row("assign to nobody", samples::decision(K::Assign), {});
        row("tag", samples::decision(K::AddTag, u"Needs review"_s), {});
        row("untag", samples::decision(K::RemoveTag, u"x"_s), {});
        row("classify", samples::decision(K::Classify, u"truePositive/phishing"_s), {});
        row("status", samples::decision(K::SetStatus, u"inProgress"_s), {});
        row("resolve", samples::decision(K::Resolve), {});
        row("resolve with all", samples::decision(K::Resolve, u"falsePositive/notMalicious"_s, u"Test mail"_s), {});
        row("comment", samples::decision(K::Comment, {}, u"Seen"_s), {});
        row("longest comment", samples::decision(K::Comment, {}, QString(commentCap - 48, u'x')), {});
        row("approve", samples::approval(), {});
        row("approve in the portal", samples::approval(), {}, [](Try &t) {
            t.decision.executor = ExecutorKind::Portal;
            t.capabilities.hasApplicationCredential = false;
            t.capabilities.mayEditIncidents = false;
            t.decision.targets.fill({u"m"_s, {}}, 200);
        });
        row("approve, junk", samples::approval(), {}, [](Try &t) { lie(t, u"Junk folder"_s); });
        row("reject", about(K::RejectAction), {});
        row("handled, a note here", about(K::MarkHandled), {}, [](Try &t) {
            t.decision.executor = ExecutorKind::Local;
            t.capabilities.mayEditIncidents = false;
        });
        row("handled, told by a comment", about(K::MarkHandled, u"Done in the portal"_s), {});
        row("not signed in just now", samples::decision(K::Assign), {},
            [](Try &t) { t.capabilities.signedIn = false; });
    }
    void addAccount()
    {
        const Decision assign = samples::decision(K::Assign);
        for (const auto state :
             {DecisionState::Verified, DecisionState::Refused, DecisionState::Cancelled, DecisionState::Expired})
            row(qPrintable(u"final: "_s + decisionStateWord(state)), assign, u"alreadyFinal"_s,
                [state](Try &t) { t.decision.state = state; });
        row("read only", assign, u"readOnly"_s, [](Try &t) { t.capabilities.readOnly = true; });
        row("nobody signed in", assign, u"notSignedIn"_s, [](Try &t) { t.capabilities.oid.clear(); });
        row("another account", assign, u"otherAccount"_s, [](Try &t) { t.capabilities.oid = u"another"_s; });
        row("another tenant", assign, u"otherAccount"_s, [](Try &t) { t.capabilities.tenantId = u"another"_s; });
        row("a tenant has no case", assign, {}, [](Try &t) { t.capabilities.tenantId = u"TENANT"_s; });
        row("no incident", assign, u"noIncident"_s, [](Try &t) { t.decision.incident = {}; });
        row("may only read", assign, u"noCapability"_s, [](Try &t) { t.capabilities.mayEditIncidents = false; });
        row("reject, may only read", about(K::RejectAction), u"noCapability"_s,
            [](Try &t) { t.capabilities.mayEditIncidents = false; });
        row("no credential", samples::approval(), u"noApplicationCredential"_s,
            [](Try &t) { t.capabilities.hasApplicationCredential = false; });
        row("approve by Graph", samples::approval(), u"wrongExecutor"_s,
            [](Try &t) { t.decision.executor = ExecutorKind::Graph; });
        row("assign by the portal", assign, u"wrongExecutor"_s,
            [](Try &t) { t.decision.executor = ExecutorKind::Portal; });
        row("comment here only", samples::decision(K::Comment, {}, u"x"_s), u"wrongExecutor"_s,
            [](Try &t) { t.decision.executor = ExecutorKind::Local; });
        row("at its expiry", assign, u"expired"_s, [](Try &t) { t.now = t.decision.expires; });
        row("just before", assign, {}, [](Try &t) { t.now = {t.decision.expires.ticks - 1}; });
        row("no expiry set", assign, u"expired"_s, [](Try &t) { t.decision.expires = {}; });
    }
    void addValues()
    {
        const auto bad = [](const char *name, K kind, const QString &value) {
            row(name, samples::decision(kind, value), u"badValue"_s);
        };
        bad("assignee with a blank", K::Assign, u"Ada Lovelace"_s);
        bad("assignee with a line break", K::Assign, u"a@b.example\nx"_s);
        bad("assignee turned round", K::Assign, QString(u"a@b.example"_s + QChar(0x202E)));
        bad("assignee too long", K::Assign, QString(valueCap + 1, u'x'));
        bad("empty tag", K::AddTag, u"  "_s);
        bad("tag with a tab", K::AddTag, u"a\tb"_s);
        bad("tag with a line separator", K::RemoveTag, QString(QChar(0x2028) + u'x' + QString(QChar(0x2028)) + u'y'));
        bad("no judgement", K::Classify, {});
        bad("wrong pair", K::Classify, u"truePositive/notMalicious"_s);
        bad("resolved is not a status to set", K::SetStatus, u"resolved"_s);
        bad("redirected neither", K::SetStatus, u"redirected"_s);
        bad("no status", K::SetStatus, {});
        bad("resolve with half a judgement", K::Resolve, u"truePositive"_s);
        row("comment with a value", samples::decision(K::Comment, u"x"_s, u"x"_s), u"badValue"_s);
        row("comment without text", samples::decision(K::Comment, {}, u" \n"_s), u"emptyComment"_s);
        row("one character too many", samples::decision(K::Comment, {}, QString(commentCap - 47, u'x')),
            u"commentTooLong"_s);
        row("resolving comment too long", samples::decision(K::Resolve, {}, QString(commentCap, u'x')),
            u"commentTooLong"_s);
        row("reject nothing", samples::decision(K::RejectAction), u"noAction"_s);
        row("handled nothing", samples::decision(K::MarkHandled), u"noAction"_s);
        row("approve nothing", samples::approval(), u"noAction"_s, [](Try &t) { t.decision.action = {}; });
    }
    void addMail()
    {
        const Decision approval = samples::approval();
        row("nothing to do with mail", approval, u"notMail"_s, [](Try &t) { t.decision.mailAction.reset(); });
        row("unknown move", approval, u"notMail"_s, [](Try &t) { t.decision.mailAction = MailAction::Other; });
        row("no targets", approval, u"noTargets"_s, [](Try &t) { t.decision.targets.clear(); });
        row("as many as fit", approval, {},
            [](Try &t) { t.decision.targets = QList<MailTarget>(targetCap, samples::approval().targets.first()); });
        row("too many targets", approval, u"tooManyTargets"_s,
            [](Try &t) { t.decision.targets = QList<MailTarget>(targetCap + 1, samples::approval().targets.first()); });
        row("no recipient", approval, u"targetIncomplete"_s, [](Try &t) {
            t.decision.targets.first().recipient.clear();
            t.decision.facts.clear();
        });
        row("no recipient, but the facts name one", approval, {},
            [](Try &t) { t.decision.targets.first().recipient.clear(); });
        row("no recipient, and one of those named has it elsewhere", approval, u"notInCloudMailbox"_s, [](Try &t) {
            t.decision.targets.first().recipient.clear();
            t.decision.facts.append(
                {latestLocationFact({u"message-1"_s, u"b@fabrikam.example"_s}), u"failed"_s, {}, {}});
        });
        row("a fact about another mail", approval, {}, [](Try &t) {
            t.decision.facts.append({latestLocationFact({u"another"_s, u"b@fabrikam.example"_s}), u"failed"_s, {}, {}});
        });
        row("no message", approval, u"targetIncomplete"_s,
            [](Try &t) { t.decision.targets.first().networkMessageId.clear(); });
        for (const QString &location :
             {u"quarantine"_s, u"onprem_external"_s, u"failed"_s, u"dropped"_s, u"unknown"_s, u"others"_s}) {
            row(qPrintable(u"lies in "_s + location), approval, u"notInCloudMailbox"_s,
                [location](Try &t) { lie(t, location); });
            row(qPrintable(u"portal, lies in "_s + location), approval, u"notInCloudMailbox"_s, [location](Try &t) {
                lie(t, location);
                t.decision.executor = ExecutorKind::Portal;
            });
        }
        row("one of two gone", approval, u"notInCloudMailbox"_s, [](Try &t) {
            const MailTarget second {u"message-2"_s, u"b@fabrikam.example"_s};
            t.decision.targets.append(second);
            t.decision.facts.append({latestLocationFact(second), u"Quarantine"_s, {}, {}});
        });
        row("not read, offline", approval, {}, [](Try &t) { lie(t, {}); });
        row("no fact, offline", approval, {}, [](Try &t) { t.decision.facts.clear(); });
        row("not read before sending", approval, u"locationNotRead"_s, [](Try &t) {
            lie(t, {});
            t.decision.state = DecisionState::Preflight;
        });
        row("no fact before sending", approval, u"locationNotRead"_s, [](Try &t) {
            t.decision.facts.clear();
            t.decision.state = DecisionState::Preflight;
        });
        row("read before sending", approval, {}, [](Try &t) { t.decision.state = DecisionState::Preflight; });
    }

    QSet<QString> m_seen;
};

CASEMATE_TEST(MayDecide)
#include "maydecide.moc"
