// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/displaytext.h"
#include "support/testmain.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QString shown(const QString &raw)
{
    const QString text = displayUrl(Untrusted(raw));
    return text.isEmpty() ? text : text.mid(1, text.size() - 2); // the isolates
}

} // namespace

class DisplayUrls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDefanged_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &raw, const QString &expected) {
            QTest::newRow(qPrintable(raw)) << raw << expected;
        };
        row(u"https://evil.example/path.html?a=b.c#d"_s, u"hxxps://evil[.]example/path.html?a=b.c#d"_s);
        row(u"https://evil.example/?u=HTTPS://b.example&v=http:\\\\c"_s,
            u"hxxps://evil[.]example/?u=hxxPS://b.example&v=hxxp:\\\\c"_s);
        row(u"see http://evil.example/x"_s, u"see http[:]//evil[.]example/x"_s);
        row(u"http://evil.example"_s, u"hxxp://evil[.]example"_s);
        row(u"HTTP://Evil.Example/"_s, u"hxxp://Evil[.]Example/"_s);
        row(u"ftp://evil.example/x"_s, u"fxp://evil[.]example/x"_s);
        row(u"https://evil.example:8443/x"_s, u"hxxps://evil[.]example:8443/x"_s);
        row(u"https://192.0.2.7/x"_s, u"hxxps://192[.]0[.]2[.]7/x"_s);
        row(u"https://[2001:db8::1]:8080/x"_s, u"hxxps://[2001:db8::1]:8080/x"_s);
        // user info, the real host behind it
        row(u"https://bank.example@evil.example/"_s, u"hxxps://bank[.]example[@]evil[.]example/"_s);
        row(u"https://bank.example:pw@x@evil.example:81/"_s, u"hxxps://bank[.]example:pw[@]x[@]evil[.]example:81/"_s);
        row(u"https://"_s + QString(500, u'a') + u"@evil.example/"_s,
            u"hxxps://"_s + QString(64, u'a') + u"…[@]evil[.]example/"_s);
        // browsers take fewer, more and other slashes
        row(u"https:\\\\evil.example\\x.y"_s, u"hxxps:\\\\evil[.]example\\x.y"_s);
        row(u"https:evil.example/x"_s, u"hxxps:evil[.]example/x"_s);
        row(u"https:////evil.example/x"_s, u"hxxps:////evil[.]example/x"_s);
        row(u"//evil.example/x"_s, u"//evil[.]example/x"_s);
        row(u"\\\\evil.example\\share\\a.exe"_s, u"\\\\evil[.]example\\share\\a.exe"_s);
        // other schemes
        row(u"javascript:alert(1)"_s, u"javascript[:]alert(1)"_s);
        row(u"data:text/html,<script>"_s, u"data[:]text/html,<script>"_s);
        row(u"file://evil.example/c"_s, u"file[:]//evil[.]example/c"_s);
        row(u"search-ms:query=x&crumb=location:evil.example"_s, u"search-ms[:]query=x&crumb=location:evil[.]example"_s);
        row(u"ms-msdt:/id"_s, u"ms-msdt[:]/id"_s);
        row(u"mailto:a@evil.example"_s, u"mailto[:]a[@]evil[.]example"_s);
        row(u"smb://evil.example/s"_s, u"smb[:]//evil[.]example/s"_s);
        row(u"java\tscript:alert(1)"_s, u"java<U+0009>script[:]alert(1)"_s);
        row(u" https://evil.example/"_s, u" https[:]//evil[.]example/"_s);
        // without a scheme
        row(u"evil.example/path"_s, u"evil[.]example/path"_s);
        row(u"www.evil.example"_s, u"www[.]evil[.]example"_s);
        row(u"evil.example:8080/x"_s, u"evil[.]example:8080/x"_s);
        // no URL at all
        row(u"just words. And more."_s, u"just words. And more."_s);
        row(u"word"_s, u"word"_s);
        row(u""_s, u""_s);
        // hidden characters stay visible
        row(u"https://evil.example/\u202Egpj.exe"_s, u"hxxps://evil[.]example/<U+202E>gpj.exe"_s);
        row(u"https://evil\u3002example/"_s, u"hxxps://evil[.]example/ [IDN Latin: evil[.]example]"_s);
    }
    void isDefanged()
    {
        QFETCH(QString, raw);
        QFETCH(QString, expected);
        QCOMPARE(shown(raw), expected);
    }

    void internationalNamesShowAsciiAndScripts()
    {
        QCOMPARE(shown(u"https://аррӏе.example/x"_s),
                 u"hxxps://xn--80ak6aa92e[.]example/x [IDN Cyrillic+Latin: аррӏе[.]example]"_s);
        QCOMPARE(shown(u"https://xn--80ak6aa92e.example/x"_s),
                 u"hxxps://xn--80ak6aa92e[.]example/x [IDN Cyrillic+Latin: аррӏе[.]example]"_s);
        QCOMPARE(shown(u"https://pаypal.example"_s),
                 u"hxxps://"_s + QString::fromLatin1(QUrl::toAce(u"pаypal.example"_s)).replace(u"."_s, u"[.]"_s)
                     + u" [IDN Cyrillic+Latin: pаypal[.]example]"_s);
        QVERIFY(shown(u"https://例え.example"_s).contains(u"[IDN Han+Hiragana+Latin: "_s));
        // user info never counts as the host
        QVERIFY(shown(u"https://аррӏе.example@evil.example/"_s).endsWith(u"[@]evil[.]example/"_s));
    }

    void nothingClickableRemains_data()
    {
        QTest::addColumn<QString>("raw");
        for (const QString &scheme :
             {u"http"_s, u"https"_s, u"HTTPS"_s, u"ftp"_s, u"file"_s, u"smb"_s, u"javascript"_s, u"vbscript"_s,
              u"data"_s, u"ms-msdt"_s, u"search-ms"_s, u"tel"_s, u"blob"_s, u"x-y+z.1"_s}) {
            for (const QString &rest : {u"//evil.example"_s, u"evil.example"_s, u"/evil.example"_s,
                                        u"//a@evil.example:1/b.c?d.e"_s, u"\\\\evil.example"_s, u"///evil.example/"_s,
                                        u"//%65vil.example/"_s, u"//evil.example.:80"_s, u"//аррӏе.example"_s})
                QTest::newRow(qPrintable(scheme + u':' + rest)) << QString(scheme + u':' + rest);
        }
    }
    void nothingClickableRemains()
    {
        QFETCH(QString, raw);
        const QString text = shown(raw);
        const QString scheme = raw.section(u':', 0, 0);
        QVERIFY2(!text.contains(scheme + u':', Qt::CaseInsensitive), qPrintable(text));
        QVERIFY2(!text.contains(u"evil.example"_s), qPrintable(text));
        QVERIFY2(text.contains(u"[.]example"_s), qPrintable(text));
    }

    void isCapped()
    {
        const QString text = displayUrl(Untrusted(u"https://evil.example/"_s + QString(10'000, u'x')), 100);
        QCOMPARE(text.size(), 103);
        QVERIFY(text.contains(u"evil[.]example"_s));
    }
};

CASEMATE_TEST(DisplayUrls)
#include "displayurls.moc"
