// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/backgroundevidence.h"
#include "simulator/worldsize.h"
#include "support/testmain.h"
#include "tenantdriver.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

// How much there is in a world, and that it is spread as in real ones.
class WorldSizes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizesHaveNames();
    void incidentsHaveAsManyAlertsAsRealOnes();
    void oneAlertEachWhereThatIsWanted();
    void incidentsHaveAsMuchEvidenceAsRealOnes();
    void smallIsSmall();
    void aLongIncidentHasManyPeopleAndMails();
};

namespace {

constexpr PlanRules rules {.seed = 7, .mailboxes = 4'000, .oneAlertEach = false};

bool isWithin(double value, double wanted, double share)
{
    return value > wanted * (1 - share) && value < wanted * (1 + share);
}

} // namespace

void WorldSizes::sizesHaveNames()
{
    for (const char16_t *name : {u"demo", u"small", u"mid", u"large", u"mssp", u"million"}) {
        QVERIFY2(findWorldSize(QString::fromUtf16(name)) != nullptr, qPrintable(QString::fromUtf16(name)));
    }
    QVERIFY(findWorldSize(u"huge"_s) == nullptr);
    QCOMPARE(findWorldSize(u"million"_s)->incidents, mostIncidents);
}

// 1.6 million alerts in a million incidents, and a few incidents with hundreds.
void WorldSizes::incidentsHaveAsManyAlertsAsRealOnes()
{
    constexpr quint32 count = 216'000;
    qint64 alerts = 0;
    int most = 0;
    for (quint32 number = 0; number < count; ++number) {
        const int own = planOf(rules, number).alerts;
        QVERIFY(own >= 1 && own <= 1'000);
        alerts += own;
        most = std::max(most, own);
    }
    QVERIFY2(isWithin(static_cast<double>(alerts), 350'000, 0.03), qPrintable(QString::number(alerts)));
    QVERIFY2(most > 500, qPrintable(QString::number(most)));
}

void WorldSizes::oneAlertEachWhereThatIsWanted()
{
    PlanRules single = rules;
    single.oneAlertEach = true;
    for (quint32 number = 0; number < 5'000; ++number) {
        QCOMPARE(planOf(single, number).alerts, 1);
    }
}

void WorldSizes::incidentsHaveAsMuchEvidenceAsRealOnes()
{
    constexpr quint32 count = 54'000;
    std::map<std::pair<AlertKind, int>, qsizetype> known;
    qint64 items = 0;
    for (quint32 number = 0; number < count; ++number) {
        const BackgroundPlan plan = planOf(rules, number);
        for (int ordinal = 0; ordinal < plan.alerts; ++ordinal) {
            const std::pair shape {plan.kind(ordinal), plan.variant(ordinal)};
            if (known.find(shape) == known.end()) {
                known[shape] = alertShape(rules.seed, shape.first, shape.second)[u"evidence"].toArray().size();
            }
            items += known[shape];
        }
    }
    QVERIFY2(isWithin(static_cast<double>(items), 700'000, 0.05), qPrintable(QString::number(items)));
}

void WorldSizes::smallIsSmall()
{
    const WorldSize &size = *findWorldSize(u"small"_s);
    TenantDriver driver(size);
    QCOMPARE(driver.all(u"/security/incidents"_s).size(), 60);
    QSet<QString> mailboxes;
    const QJsonArray rows = driver.hunt(u"EmailEvents | where EmailDirection != 'Outbound' | distinct RecipientEmailAddress"_s);
    QVERIFY(rows.size() > 150);
    QVERIFY(rows.size() <= 200);
}

void WorldSizes::aLongIncidentHasManyPeopleAndMails()
{
    quint32 number = 0;
    while (planOf(rules, number).alerts < 64 || !planOf(rules, number).hasMails) {
        ++number;
    }
    const BackgroundPlan plan = planOf(rules, number);
    const People people(rules.seed, rules.mailboxes);
    QSet<QString> recipients;
    QSet<QString> messages;
    QSet<QString> subjects;
    for (int group = 0; group < plan.groups(); ++group) {
        for (int which = 0; which < BackgroundPlan::mailsInGroup; ++which) {
            const PlannedMail planned = plannedMail(plan, group, which, 0, people);
            recipients.insert(planned.recipient);
            messages.insert(planned.mail.networkMessageId);
            subjects.insert(planned.mail.subject);
        }
    }
    QCOMPARE(messages.size(), plan.groups() * BackgroundPlan::mailsInGroup);
    QVERIFY(recipients.size() > 16);
    QCOMPARE(subjects.size(), 1); // one wave
}

CASEMATE_TEST(WorldSizes)
#include "world_sizes.moc"
