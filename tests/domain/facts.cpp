// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/facts.h"
#include "domain/rules.h"
#include "domain/samples.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QString text(const char16_t *name)
{
    return QString::fromUtf16(name);
}

} // namespace

class Facts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void incidentFactsAreWireWords()
    {
        Incident incident;
        incident.status = word<IncidentStatus>(u"InProgress"_s);
        incident.assignedTo = Untrusted(u"ada@fabrikam.example"_s);
        incident.customTags = {Untrusted(u"b"_s), Untrusted(u"a"_s)};
        incident.classification = word<Classification>(u"truePositive"_s);
        incident.determination = word<Determination>(u"clean"_s);
        incident.severity = word<Severity>(u"high"_s);
        incident.updated = samples::at(u"2026-03-01T00:00:00.1234567Z");
        QCOMPARE(incidentFact(incident, text(factIncidentStatus)), u"InProgress"_s);
        QCOMPARE(incidentFact(incident, text(factAssignedTo)), u"ada@fabrikam.example"_s);
        QCOMPARE(incidentFact(incident, text(factTags)), u"a\nb"_s);
        QCOMPARE(incidentFact(incident, text(factClassification)), u"truePositive"_s);
        QCOMPARE(incidentFact(incident, text(factDetermination)), u"clean"_s);
        QCOMPARE(incidentFact(incident, text(factSeverity)), u"high"_s);
        QCOMPARE(incidentFact(incident, text(factUpdated)), u"2026-03-01T00:00:00.1234567Z"_s);
        QCOMPARE(incidentFact(incident, text(factRedirect)), QString());
        incident.redirectTo = IncidentId {u"12"_s};
        QCOMPARE(incidentFact(incident, text(factRedirect)), u"12"_s);
        QVERIFY(!incidentFact(incident, text(factVerdict)));
    }

    void actionFactsAreOfWhatWaits()
    {
        PendingAction action;
        action.verdict = wordOf(Verdict::Malicious);
        action.targets = {{u"M"_s, u"B@x.example"_s}, {u"m"_s, u"a@x.example"_s}};
        QCOMPARE(actionFact(action, text(factVerdict)), u"malicious"_s);
        QCOMPARE(actionFact(action, text(factRemediationStatus)), u"pendingApproval"_s);
        QVERIFY(actionFact(action, text(factTargetSet))->startsWith(u"2:"_s));
        QVERIFY(!actionFact(action, text(factTags)));
    }

    void aTargetSetHasNoOrder()
    {
        const MailTarget one {u"m1"_s, u"a@x.example"_s};
        const MailTarget two {u"m2"_s, u"a@x.example"_s};
        QCOMPARE(targetSetText({one, two}), targetSetText({two, one, one}));
        QCOMPARE(targetSetText({{u"M1"_s, u"A@x.example"_s}, two, one}), targetSetText({one, two})); // nor case
        QVERIFY(targetSetText({one, two}) != targetSetText({one}));
        QVERIFY(targetSetText({one}) != targetSetText({two}));
        QVERIFY(targetSetText({{u"m"_s, u"1"_s}}) != targetSetText({{u"m/1"_s, {}}}));
        QCOMPARE(targetSetText({}), u"0:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s);
    }

    void locationFactsNameTheirMail()
    {
        const MailTarget target {u"message-1"_s, u"a/b@x.example"_s}; // a slash may stand in an address
        QCOMPARE(targetOfLocationFact(latestLocationFact(target)), target);
        const MailTarget everyone {u"message-1"_s, {}};
        QCOMPARE(targetOfLocationFact(latestLocationFact(everyone)), everyone);
        for (const QString &name :
             {u"verdict"_s, u"latestLocation"_s, u"latestLocation/"_s, u"latestLocation/m"_s, u"x/m/r"_s})
            QVERIFY2(!targetOfLocationFact(name), qPrintable(name));
    }

    void everyFactReliedOnCanBeMade()
    {
        for (int kind = 0; kind <= int(DecisionKind::Comment); ++kind) { // the last one
            for (const QString &name : factsReliedOn(DecisionKind(kind), true))
                QVERIFY2(incidentFact({}, name) || actionFact({}, name), qPrintable(name));
        }
        QVERIFY(factsReliedOn(DecisionKind::Assign, true).contains(text(factAssignedTo)));
        QVERIFY(factsReliedOn(DecisionKind::ApproveAction, true).contains(text(factTargetSet)));
        QVERIFY(!factsReliedOn(DecisionKind::AddTag, true).contains(text(factTags)));
        QVERIFY(!factsReliedOn(DecisionKind::Resolve, false).contains(text(factDetermination)));
        QVERIFY(factsReliedOn(DecisionKind::Resolve, true).contains(text(factDetermination)));
    }
};

CASEMATE_TEST(Facts)
#include "facts.moc"
