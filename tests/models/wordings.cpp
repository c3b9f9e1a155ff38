// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/differencetext.h"
#include "domain/facts.h"
#include "models/wording.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace domain;
using models::name;
using models::sentence;

namespace {

const QString nasty = u"<b>x</b>\r\n\x1b[31mred\u202Egpj.\u200B%1 %2\u2028end"_s;
const Moment now = *Moment::parse(u"2026-02-25T16:29:33Z");
const models::TimeText times(QLocale::c(), QTimeZone::utc());

bool isClean(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return std::none_of(points.begin(), points.end(), [](uint c) {
        const auto category = QChar::category(c);
        return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line
            || category == QChar::Separator_Paragraph;
    });
}

// The two percent signs of `nasty` may come back as they are, never those of our own texts.
bool isFilled(QString text)
{
    return !text.remove(u"%1 %2"_s).contains(u'%');
}

#define CLEAN(text) QVERIFY2(isClean(text) && isFilled(text) && !(text).isEmpty(), qPrintable(text))
#define SENTENCE(text) \
    do { \
        CLEAN(text); \
        QVERIFY2((text).endsWith(u'.') || (text).endsWith(u')'), qPrintable(text)); \
        QVERIFY2(!(text).contains(u".."_s) && !(text).contains(u" ."_s) && !(text).contains(u": ."_s), \
                 qPrintable(text)); \
    } while (false)

// Every value of an enum, and the last of them.
template <class E>
QList<E> upTo(E last)
{
    QList<E> values;
    for (int value = 0; value <= int(last); ++value)
        values.append(E(value));
    return values;
}

template <class E>
void checkNames(E last)
{
    QSet<QString> names;
    for (const E value : upTo(last)) {
        const QString word = wireWord(value);
        if (word.isEmpty()) // a word that we do not know
            continue;
        const QString text = name(wordOf(value));
        CLEAN(text);
        QVERIFY2(text.at(0).isUpper() || text.at(0).isDigit(), qPrintable(text));
        names.insert(text);
        QCOMPARE(name(domain::word<E>(word.toUpper())), text);
    }
    const QString unknown = name(domain::word<E>(nasty));
    CLEAN(unknown);
    QVERIFY(!names.contains(unknown));
    QCOMPARE(name(Word<E> {}), u"Not set"_s);
}

Decision decisionOf(DecisionKind kind)
{
    Decision decision;
    decision.id = {u"d"_s};
    decision.kind = kind;
    decision.incident = {u"29"_s};
    decision.mailAction = MailAction::SoftDelete;
    decision.targets = {{u"m"_s, nasty}};
    decision.value = nasty;
    decision.comment = nasty;
    decision.label = nasty;
    decision.heldUntil = now.plusSeconds(10);
    decision.nextStep = now.plusSeconds(60);
    return decision;
}

const QStringList ownReasons {
    u"openPortal"_s,     u"absent"_s,           u"contradicted"_s,      u"unproved"_s,
    u"interrupted"_s,    u"settledByPerson"_s,  u"factsRead"_s,         u"factsTooOld"_s,
    u"actionGone"_s,     u"chooseMailAction"_s, u"incidentArchived"_s,  u"incidentRedirected"_s,
    u"nothingToUndo"_s,  u"tooLate"_s,          u"notAllowed"_s,        u"duplicateDecision"_s,
    u"alreadyDecided"_s, u"alreadyProved"_s,    u"secondAttempt"_s,    u"badClassification"_s, u"badDetermination"_s,
    u"unknownFact"_s,    u"notInPreflight"_s,   u"notFinal"_s,          u"movedByOther"_s,
    u"movedByUnknown"_s, u"movedByAdministrator"_s};

} // namespace

class Wordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordHasAName()
    {
        checkNames(IncidentStatus::AwaitingAction);
        checkNames(AlertStatus::Resolved);
        checkNames(Severity::High);
        checkNames(Classification::InformationalExpectedActivity);
        checkNames(Determination::LineOfBusinessApplication);
        checkNames(Verdict::NoThreatsFound);
        checkNames(RemediationStatus::PartiallyRemediated);
        checkNames(InvestigationState::TerminatedBySystem);
        checkNames(ServiceSource::SecurityForAi);
        checkNames(MailLocation::Dropped);
        QCOMPARE(name(domain::word<Determination>(u"other"_s)), u"Other"_s);
        QCOMPARE(name(domain::word<Determination>(u"quantum"_s)), u"quantum"_s);
    }

    void everyKindStateAndExecutorHasAName()
    {
        QSet<QString> names;
        for (const DecisionState state : upTo(DecisionState::Expired)) {
            CLEAN(name(state));
            names.insert(name(state));
        }
        QCOMPARE(names.size(), int(DecisionState::Expired) + 1);
        QVERIFY(name(DecisionState::Accepted) != name(DecisionState::Verified));
        names.clear();
        for (const DecisionKind kind : upTo(DecisionKind::Comment))
            names.insert(name(kind));
        QCOMPARE(names.size(), int(DecisionKind::Comment) + 1);
        names.clear();
        for (const ActionKind kind : upTo(ActionKind::Other))
            names.insert(name(kind));
        QCOMPARE(names.size(), int(ActionKind::Other) + 1);
        for (const ExecutorKind executor : upTo(ExecutorKind::Local))
            CLEAN(name(executor));
        for (const MailAction action : upTo(MailAction::HardDelete)) {
            CLEAN(name(action));
            QCOMPARE(models::whatItDoes(action).isEmpty(), action == MailAction::Other);
        }
        for (const Classification classification : upTo(Classification::InformationalExpectedActivity)) {
            for (const Determination determination : determinationsFor(classification))
                CLEAN(name(Judgement {classification, determination}));
        }
    }

    void everyErrorSaysWhatWhyAndWhatNext()
    {
        QSet<QString> sentences;
        for (const ErrorKind kind : upTo(ErrorKind::Incomplete)) {
            const Error bare {.kind = kind};
            SENTENCE(sentence(bare));
            Error full {.kind = kind,
                        .tried = u"list incidents"_s,
                        .code = nasty,
                        .detail = nasty,
                        .httpStatus = 500,
                        .requestId = nasty,
                        .retryAfterSeconds = 17,
                        .mayHaveBeenApplied = true};
            SENTENCE(sentence(full));
            QVERIFY2(sentence(full).startsWith(u"Could not list incidents: "_s), qPrintable(sentence(full)));
            QVERIFY(sentence(full).contains(u"may have taken effect"_s));
            sentences.insert(sentence(bare));
            // what to do next; cancelling needs no advice, and a rule of ours gives its own
            if (kind != ErrorKind::Cancelled && kind != ErrorKind::Refused) {
                SENTENCE(models::nextStep(bare));
                QVERIFY(sentence(bare).endsWith(models::nextStep(bare)));
            }
        }
        QCOMPARE(sentences.size(), int(ErrorKind::Incomplete) + 1); // no two alike
    }

    void everyRuleHasASentenceOfItsOwn()
    {
        QSet<QString> sentences;
        const QStringList codes = refusalCodes() + ownReasons;
        for (const QString &code : codes) {
            const QString text = sentence(refusal(code, u"take a decision"_s, nasty));
            SENTENCE(text);
            QVERIFY2(!text.contains(code) && !text.contains(u"a rule forbids it"_s), qPrintable(text));
            sentences.insert(text);
        }
        QCOMPARE(sentences.size(), codes.size());
        const QString unknown = sentence(refusal(u"ruleOfTomorrow"_s, u"take a decision"_s));
        SENTENCE(unknown);
        QVERIFY(unknown.contains(u"ruleOfTomorrow"_s));
        QVERIFY(sentence(refusal(u"notInCloudMailbox"_s, u"x"_s, u"quarantine"_s)).contains(u"Quarantine"_s));
    }

    void troublesOfFoldersAndSignInsAreToldApart()
    {
        QSet<QString> sentences;
        for (const QString &code : {u"symbolicLink"_s, u"otherOwner"_s, u"worldWritable"_s, u"noDirectory"_s,
                                    u"networkFileSystem"_s, u"noPermission"_s}) {
            const QString text = sentence({.kind = ErrorKind::StorageUnreadable,
                                           .tried = u"open the ledger"_s,
                                           .code = code,
                                           .detail = u"/data"_s});
            SENTENCE(text);
            QVERIFY(text.contains(u"(/data)"_s));
            sentences.insert(text);
        }
        QCOMPARE(sentences.size(), 6);
        const auto signIn = [](const QString &code) {
            return sentence(Error {.kind = ErrorKind::SignInRefused, .tried = u"sign in"_s, .code = code});
        };
        QVERIFY(signIn(u"AADSTS90002"_s).contains(u"no such tenant"_s));
        QVERIFY(signIn(u"AADSTS99999"_s).contains(u"(AADSTS99999)"_s));
        QVERIFY(sentence(error(ErrorKind::UsageWrong, u"read the command line"_s, u"--limit takes a number."_s))
                    .startsWith(u"Could not read the command line: --limit takes a number. "_s));
        QVERIFY(signIn(u"access_denied"_s).contains(u"declined"_s));
        QVERIFY(sentence(Error {.kind = ErrorKind::Throttled, .retryAfterSeconds = 1}).contains(u"in 1 second."_s));
        QVERIFY(sentence(Error {.kind = ErrorKind::Throttled, .retryAfterSeconds = 30}).contains(u"in 30 seconds."_s));
    }

    void everyFilterErrorSaysWhatIsWrong()
    {
        QSet<QString> sentences;
        for (const QString &text : {u"stat:x"_s, u"status:x"_s, u"status:>active"_s, u"status:"_s, u"(a"_s, u"a)"_s,
                                    u"\"a"_s, u"or"_s, u"not"_s, QString(100, u'(')}) {
            const auto parsed = Filter::parse(text);
            const auto *error = std::get_if<FilterError>(&parsed);
            QVERIFY(error);
            SENTENCE(sentence(*error));
            sentences.insert(sentence(*error));
            SENTENCE(sentence(FilterError {0, 1, error->code, nasty}));
        }
        QCOMPARE(sentences.size(), 10);
    }

    void everyDecisionSaysWhatItIs()
    {
        for (const DecisionKind kind : upTo(DecisionKind::Comment)) {
            CLEAN(models::whatWasDecided(decisionOf(kind)));
            Decision bare;
            bare.kind = kind;
            CLEAN(models::whatWasDecided(bare));
        }
        Decision decision = decisionOf(DecisionKind::ApproveAction);
        QCOMPARE(models::whatWasDecided(decision), u"Soft delete: 1 mail"_s);
        decision.targets.append({u"n"_s, {}});
        QCOMPARE(models::whatWasDecided(decision), u"Soft delete: 2 mails"_s);
        decision = decisionOf(DecisionKind::Classify);
        decision.value = u"truePositive/phishing"_s;
        QCOMPARE(models::whatWasDecided(decision), u"Classify as True positive – Phishing"_s);
        decision.kind = DecisionKind::Assign;
        decision.value.clear();
        QCOMPARE(models::whatWasDecided(decision), u"Assign to nobody"_s);
    }

    void everyStateSaysWhereItStands()
    {
        QStringList reasons = refusalCodes() + ownReasons;
        for (const ErrorKind kind : upTo(ErrorKind::Incomplete))
            reasons.append(errorKindWord(kind));
        reasons += {QString(), u"codeOfTomorrow"_s, nasty};
        for (const DecisionState state : upTo(DecisionState::Expired)) {
            for (const DecisionKind kind :
                 {DecisionKind::ApproveAction, DecisionKind::RejectAction, DecisionKind::Assign}) {
                for (const QString &reason : std::as_const(reasons)) {
                    for (const QString &detail : {QString(), nasty}) {
                        Decision decision = decisionOf(kind);
                        decision.state = state;
                        decision.stateReason = reason;
                        decision.stateDetail = detail;
                        const QString text = models::stateSentence(decision, times);
                        CLEAN(text);
                        QVERIFY2(!text.contains(u": ."_s) && !text.contains(u"()"_s), qPrintable(text));
                        QVERIFY2(reason == nasty || detail == nasty || text.endsWith(u'.'), qPrintable(text));
                    }
                }
            }
        }
    }

    void doneIsSaidOnlyOfWhatWasProved()
    {
        Decision decision = decisionOf(DecisionKind::ApproveAction);
        decision.state = DecisionState::Accepted;
        QVERIFY(!models::stateSentence(decision, times).contains(u"Confirmed"_s));
        decision.state = DecisionState::Verified;
        QCOMPARE(models::stateSentence(decision, times), u"Confirmed by a later read."_s);
        decision.stateReason = u"settledByPerson"_s;
        decision.stateDetail = u"seen in the portal"_s;
        const QString closed = models::stateSentence(decision, times);
        QVERIFY(!closed.contains(u"Confirmed"_s) && closed.contains(u"seen in the portal"_s));
        decision = decisionOf(DecisionKind::RejectAction);
        decision.state = DecisionState::Verified;
        QVERIFY(models::stateSentence(decision, times).contains(u"stays open in the portal"_s));
    }

    void whatMayNotHaveBeenUsIsNotClaimed()
    {
        Decision decision = decisionOf(DecisionKind::ApproveAction);
        decision.state = DecisionState::Verified;
        decision.stateDetail = u"1/1"_s;
        QCOMPARE(models::stateSentence(decision, times), u"Confirmed by a later read."_s);
        QSet<QString> sentences;
        for (const QString &reason : {u"movedByOther"_s, u"movedByUnknown"_s, u"movedByAdministrator"_s}) {
            decision.stateReason = reason;
            const QString text = models::stateSentence(decision, times);
            SENTENCE(text);
            QVERIFY2(text.startsWith(u"Confirmed: the mail is where it was wanted"_s), qPrintable(text));
            QVERIFY2(text.contains(reason == u"movedByOther"_s ? u"somebody else moved it"_s
                                                               : u"not necessarily Casemate"_s),
                     qPrintable(text));
            sentences.insert(text);
            store::HistoryEntry entry;
            entry.event = u"moved"_s;
            entry.state = DecisionState::Verified;
            entry.reason = reason;
            QVERIFY(models::historySentence(entry).startsWith(u"Confirmed: the mail is where it was wanted"_s));
        }
        QCOMPARE(sentences.size(), 3);
    }

    void aStoppedDecisionShowsTheDifference()
    {
        Decision decision = decisionOf(DecisionKind::Assign);
        decision.state = DecisionState::Stale;
        decision.stateDetail = differencesText({{u"assignedTo"_s, {}, u"grace@contoso.example"_s}});
        const QString text = models::stateSentence(decision, times);
        QVERIFY2(text.contains(u"Assigned to: was nobody, is now grace@contoso.example."_s), qPrintable(text));
    }

    void everyFactHasANameAndAValue()
    {
        QStringList names {latestLocationFact({u"m"_s, nasty}), latestLocationFact({u"m"_s, {}}), u"factOfTomorrow"_s,
                           nasty};
        for (const DecisionKind kind : upTo(DecisionKind::Comment))
            names += factsReliedOn(kind, true);
        names += {QString::fromUtf16(factTags), QString::fromUtf16(factSeverity), QString::fromUtf16(factUpdated)};
        for (const QString &fact : std::as_const(names)) {
            CLEAN(models::factName(fact));
            for (const QString &value : {QString(), nasty, u"malicious"_s, u"3:abc"_s}) {
                CLEAN(models::factValue(fact, value));
                SENTENCE(sentence(FactDifference {fact, value, u"x"_s}));
                SENTENCE(sentence(FactDifference {fact, value, value}));
            }
            for (const QString &source :
                 {u"hunting"_s, u"analyzedEmail"_s, u"graph"_s, u"cache"_s, u"preflight"_s, nasty}) {
                CLEAN(models::factSource({fact, {}, source, now}, times, now));
                CLEAN(models::factSource({fact, {}, source, {}}, times, now));
            }
        }
        QCOMPARE(sentence(FactDifference {u"targetSet"_s, u"3:a"_s, u"3:b"_s}),
                 u"Mails that it covers: changed, though still 3 mails."_s);
        QCOMPARE(models::factValue(latestLocationFact({u"m"_s, {}}), u"inbox_folder"_s), u"Inbox or a folder"_s);
    }

    void recommendationsSayThatTheyAreInferred()
    {
        PendingAction action;
        action.recommended = MailAction::SoftDelete;
        QCOMPARE(models::recommendation(action), u"Soft delete (inferred)"_s);
        action.recommended.reset();
        QCOMPARE(models::recommendation(action), u"None"_s);
        QSet<QString> sentences;
        for (const QString &reason :
             {u"malware"_s, u"highConfidencePhish"_s, u"maliciousUrl"_s, u"maliciousFile"_s, u"notMail"_s,
              u"verdictClean"_s, u"spamOrPhish"_s, u"nothingMaliciousKnown"_s, u"tomorrow"_s}) {
            SENTENCE(models::recommendationReason(reason));
            sentences.insert(models::recommendationReason(reason));
        }
        QCOMPARE(sentences.size(), 9);
        QCOMPARE(models::mailCount(1), u"1 mail"_s);
        QVERIFY(models::mailCount(12'000).endsWith(u" mails"_s));
    }

    void everyEvidenceTypeHasAName()
    {
        QCOMPARE(models::evidenceTypeName(u"analyzedMessageEvidence"_s), u"Mail"_s);
        QCOMPARE(models::evidenceTypeName(u"ANALYZEDMESSAGEEVIDENCE"_s), u"Mail"_s);
        QCOMPARE(models::evidenceTypeName(u"quantumResourceEvidence"_s), u"Quantum resource"_s);
        QCOMPARE(models::evidenceTypeName(u"Evidence"_s), u"Evidence"_s);
        CLEAN(models::evidenceTypeName(nasty));
    }

    void everyPullStateIsTold()
    {
        QSet<QString> sentences;
        for (const PullState::Phase phase : upTo(PullState::Phase::SignInNeeded)) {
            PullState state;
            state.phase = phase;
            SENTENCE(sentence(state, times, now));
            state.done = 12;
            state.expected = 500;
            state.freshAsOf = now.plusSeconds(-120);
            state.incomplete = {nasty, u"alerts"_s};
            state.poison = 2;
            state.error = Error {.kind = ErrorKind::Throttled, .detail = nasty};
            SENTENCE(sentence(state, times, now));
            sentences.insert(sentence(state, times, now));
        }
        QVERIFY(sentences.size() >= 5);
        PullState running;
        running.phase = PullState::Phase::Running;
        running.done = 12;
        running.expected = 500;
        QCOMPARE(sentence(running, times, now), u"Synchronising: 12 of 500 items."_s);
    }

    void budgetSessionAndHistoryAreTold()
    {
        CLEAN(sentence(BudgetState {}, now));
        QCOMPARE(sentence(BudgetState {.used = 3, .limit = 100, .pausedUntil = now.plusSeconds(20)}, now),
                 u"The service asks us to wait for 20 seconds."_s);
        Capabilities can;
        SENTENCE(models::sessionSentence(can));
        can.upn = nasty;
        SENTENCE(models::sessionSentence(can));
        can.signedIn = true;
        QSet<QString> sentences;
        for (int bits = 0; bits < 32; ++bits) {
            can.mayReadIncidents = bits & 1;
            can.mayEditIncidents = bits & 2;
            can.readOnly = bits & 4;
            can.readOnlyReason = bits & 1 ? nasty : QString();
            can.keychainWorks = bits & 8;
            can.hasApplicationCredential = bits & 16;
            SENTENCE(models::sessionSentence(can));
            sentences.insert(models::sessionSentence(can));
        }
        QVERIFY(sentences.size() > 8);
        for (const QString &event :
             {u"decided"_s, u"moved"_s, u"attempted"_s, u"answered"_s, u"erased"_s, u"tomorrow"_s}) {
            for (const QString &reason : refusalCodes() + ownReasons + QStringList {QString(), nasty}) {
                store::HistoryEntry entry;
                entry.event = event;
                entry.reason = reason;
                entry.detail = nasty;
                CLEAN(models::historySentence(entry));
            }
        }
        store::ChainReport report;
        report.entries = 1;
        SENTENCE(sentence(report));
        report.firstBad = 17;
        report.reason = u"gap"_s;
        SENTENCE(sentence(report));
        QVERIFY(sentence(report).contains(u"17"_s));
    }
};

CASEMATE_TEST(Wordings)
#include "wordings.moc"
