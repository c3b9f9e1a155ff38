// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/samples.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using V = Verdict;

class Recommendations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followTheMissionRule_data()
    {
        QTest::addColumn<Evidence>("evidence");
        QTest::addColumn<QList<Evidence>>("siblings");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("recommended");
        const auto row = [](const char *name, const Evidence &evidence, const QList<Evidence> &siblings,
                            const QString &reason,
                            bool recommended) { QTest::newRow(name) << evidence << siblings << reason << recommended; };
        const auto yes = [&row](const char *name, const Evidence &e, const QList<Evidence> &siblings,
                                const QString &reason) { row(name, e, siblings, reason, true); };
        const auto no = [&row](const char *name, const Evidence &e, const QList<Evidence> &siblings,
                               const QString &reason) { row(name, e, siblings, reason, false); };
        using samples::cluster;
        using samples::mail;
        using samples::other;
        const auto mailBy = [](const QStringList &methods, V verdict) {
            Evidence evidence = mail(u"m"_s, verdict, {u"Phish"_s});
            evidence.mail->detectionMethods = methods;
            return evidence;
        };
        const Evidence badUrl = other(u"urlEvidence"_s, V::Malicious);
        const Evidence oddUrl = other(u"urlEvidence"_s, V::Suspicious);
        const Evidence badFile = other(u"fileEvidence"_s, V::Malicious);
        const Evidence badHash = other(u"fileHashEvidence"_s, V::Malicious);

        yes("malware", mail(u"m"_s, V::Malicious, {u"Malware"_s}), {}, u"malware"_s);
        yes("malware before phish", mail(u"m"_s, V::Suspicious, {u"HighConfPhish"_s, u"Malware"_s}), {}, u"malware"_s);
        yes("zapped malware", mail(u"m"_s, V::Unknown, {u"ZapMalware"_s}), {}, u"malware"_s);
        yes("high-confidence phish", mail(u"m"_s, V::Malicious, {u"HighConfPhish"_s}), {}, u"highConfidencePhish"_s);
        yes("spelt out", mail(u"m"_s, V::Malicious, {u"High confidence phish"_s}), {}, u"highConfidencePhish"_s);
        yes("malicious URL in the alert", mail(u"m"_s, V::Malicious, {u"Phish"_s}), {badUrl}, u"maliciousUrl"_s);
        yes("found by its URL", mailBy({u"URL detonation reputation"_s}, V::Malicious), {}, u"maliciousUrl"_s);
        yes("malicious file in the alert", mail(u"m"_s, V::Malicious), {badFile}, u"maliciousFile"_s);
        yes("malicious hash in the alert", mail(u"m"_s, V::Malicious), {badHash}, u"maliciousFile"_s);
        yes("found by its file", mailBy({u"File detonation"_s}, V::Malicious), {}, u"maliciousFile"_s);
        yes("cluster of malware", cluster(u"u"_s, V::Malicious, {u"m"_s}, 9),
            {mail(u"m"_s, V::Malicious, {u"Malware"_s})}, u"malware"_s);
        yes("cluster with a malicious URL", cluster(u"u"_s, V::Malicious, {}, 9), {badUrl}, u"maliciousUrl"_s);

        no("spam", mail(u"m"_s, V::Suspicious, {u"Spam"_s}), {badUrl}, u"spamOrPhish"_s);
        no("normal phish", mail(u"m"_s, V::Suspicious, {u"Phish"_s}), {}, u"spamOrPhish"_s);
        no("normal phish, though malicious", mail(u"m"_s, V::Malicious, {u"Phish"_s}), {oddUrl}, u"spamOrPhish"_s);
        no("clean", mail(u"m"_s, V::NoThreatsFound, {u"Malware"_s}), {badUrl, badFile}, u"verdictClean"_s);
        no("only suspicious", mail(u"m"_s, V::Suspicious), {badUrl, badFile}, u"nothingMaliciousKnown"_s);
        no("nothing known", mail(u"m"_s, V::Malicious), {}, u"nothingMaliciousKnown"_s);
        no("cluster of somebody else's malware", cluster(u"u"_s, V::Malicious, {u"m"_s}, 9),
           {mail(u"another"_s, V::Malicious, {u"Malware"_s})}, u"nothingMaliciousKnown"_s);
        no("no mail", badUrl, {badUrl}, u"notMail"_s);
        no("no mail, a device", other(u"deviceEvidence"_s, V::Malicious), {badFile}, u"notMail"_s);
    }
    void followTheMissionRule()
    {
        QFETCH(Evidence, evidence);
        QFETCH(QList<Evidence>, siblings);
        QFETCH(QString, reason);
        QFETCH(bool, recommended);
        const Recommendation recommendation = recommend(evidence, siblings + QList {evidence});
        QCOMPARE(recommendation.reason, reason);
        QCOMPARE(recommendation.action, recommended ? std::optional(MailAction::SoftDelete) : std::nullopt);
    }
};

CASEMATE_TEST(Recommendations)
#include "recommendations.moc"
