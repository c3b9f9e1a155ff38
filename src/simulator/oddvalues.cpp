// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/oddvalues.h"

#include <QUrl>

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongId = 10 * 1024;

struct TextForm {
    QStringView name;
    QStringView text; // in ids # stands for the right one, U+E001 for a real #, U+E002 for NUL
};

constexpr std::array idForms = {
    TextForm {u"slash", u"#/comments"},          TextForm {u"dots", u"../#"},
    TextForm {u"encodedSlash", u"..%2f#"},       TextForm {u"query", u"#?$expand=alerts"},
    TextForm {u"hash", u"#\ue001x"},            TextForm {u"colon", u"https://127.0.0.1/#"},
    TextForm {u"blank", u" # x "},               TextForm {u"quote", u"#' or '1'='1"},
    TextForm {u"rightToLeft", u"\u202e#"},       TextForm {u"nul", u"#\ue002x"},
    TextForm {u"lineBreak", u"#\r\nX-Header: x"}, TextForm {u"empty", u""},
    TextForm {u"long", u"#"},
};

constexpr std::array dateForms = {
    TextForm {u"noFraction", u"2026-03-02T08:00:00Z"},
    TextForm {u"oneDigit", u"2026-03-02T08:00:00.1Z"},
    TextForm {u"nineDigits", u"2026-03-02T08:00:00.123456789Z"},
    TextForm {u"noZone", u"2026-03-02T08:00:00.1234567"},
    TextForm {u"offset", u"2026-03-02T10:00:00.1234567+02:00"},
    TextForm {u"yearOne", u"0001-01-01T00:00:00Z"},
    TextForm {u"lastYear", u"9999-12-31T23:59:59.9999999Z"},
    TextForm {u"leapSecond", u"2016-12-31T23:59:60Z"},
    TextForm {u"dateOnly", u"2026-03-02"},
    TextForm {u"noSuchDay", u"2026-02-30T08:00:00Z"},
    TextForm {u"lowerCase", u"2026-03-02t08:00:00z"},
    TextForm {u"american", u"3/2/2026 8:00:00 AM"},
    TextForm {u"empty", u""},
    TextForm {u"text", u"yesterday"},
};

constexpr std::array numberForms = {
    TextForm {u"beyondDouble", u"1e999"},          TextForm {u"twoTo63", u"9223372036854775808"},
    TextForm {u"twoTo64", u"18446744073709551616"}, TextForm {u"twoTo53plus1", u"9007199254740993"},
    TextForm {u"minusZero", u"-0"},                TextForm {u"manyDigits", u"0.1234567890123456789012345678901234567890"},
    TextForm {u"negative", u"-1"},
};

struct BytesForm {
    QStringView name;
    QByteArray (*make)(const QByteArray &json);
};

// The JSON without its last brace, and what comes instead.
QByteArray ending(const QByteArray &json, const QByteArray &end)
{
    return json.chopped(1) + end;
}

constexpr std::array malformedTable = {
    BytesForm {u"cutOff", [](const QByteArray &json) -> QByteArray { return json.first(json.size() / 2); }},
    BytesForm {u"noEnd", [](const QByteArray &json) -> QByteArray { return json.chopped(1); }},
    BytesForm {u"empty", [](const QByteArray &) -> QByteArray { return QByteArray(); }},
    BytesForm {u"blank", [](const QByteArray &) -> QByteArray { return QByteArray("  \n"); }},
    BytesForm {u"array", [](const QByteArray &json) -> QByteArray { return '[' + json + ']'; }},
    BytesForm {u"null", [](const QByteArray &) -> QByteArray { return QByteArray("null"); }},
    BytesForm {u"twice", [](const QByteArray &json) -> QByteArray { return json + json; }},
    BytesForm {u"trailingText", [](const QByteArray &json) -> QByteArray { return json + " done"; }},
    BytesForm {u"trailingComma", [](const QByteArray &json) -> QByteArray { return ending(json, ",}"); }},
    BytesForm {u"doubleComma", [](const QByteArray &json) -> QByteArray { return ending(json, ",,\"a\":1}"); }},
    BytesForm {u"missingColon", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\" 1}"); }},
    BytesForm {u"missingValue", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\":}"); }},
    BytesForm {u"bareName", [](const QByteArray &json) -> QByteArray { return ending(json, ",a:1}"); }},
    BytesForm {u"singleQuotes", [](const QByteArray &json) -> QByteArray { return ending(json, ",'a':1}"); }},
    BytesForm {u"comment", [](const QByteArray &json) -> QByteArray { return ending(json, "/* a */}"); }},
    BytesForm {u"notANumber", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\":NaN}"); }},
    BytesForm {u"infinity", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\":-Infinity}"); }},
    BytesForm {u"leadingZero", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\":01}"); }},
    BytesForm {u"hexadecimal", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\":0x1F}"); }},
    BytesForm {u"plusSign", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\":+1}"); }},
    BytesForm {u"badEscape", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\":\"\\x41\"}"); }},
    BytesForm {u"openString", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\":\"b}"); }},
    BytesForm {u"lineBreakInString", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\":\"b\nc\"}"); }},
    BytesForm {u"upperCaseTrue", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\":True}"); }},
    BytesForm {u"badUtf8", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\":\"\xff\xfe\"}"); }},
    BytesForm {u"overlongUtf8", [](const QByteArray &json) -> QByteArray { return ending(json, ",\"a\":\"\xc0\xaf\"}"); }},
    BytesForm {u"wrongBracket", [](const QByteArray &json) -> QByteArray { return ending(json, "]"); }},
    BytesForm {u"byteOrderMark", [](const QByteArray &json) -> QByteArray { return "\xef\xbb\xbf" + json; }},
    BytesForm {u"utf16",
               [](const QByteArray &json) -> QByteArray {
                   QByteArray wide("\xff\xfe");
                   for (const char byte : json)
                       wide.append(byte).append('\0');
                   return wide;
               }},
    BytesForm {u"html", [](const QByteArray &) -> QByteArray { return QByteArray("<html><body>Sign in</body></html>"); }},
};

// {…} are parts of the address that the page itself came from.
constexpr std::array linkForms = {
    TextForm {u"foreignHost", u"https://graph.microsoft.evil.example{path}"},
    TextForm {u"userInfo", u"{scheme}://{authority}@evil.example{path}"},
    TextForm {u"password", u"{scheme}://user:secret@{authority}{path}"},
    TextForm {u"otherPort", u"{scheme}://{host}:1{path}"},
    TextForm {u"plainHttp", u"http://graph.microsoft.com{path}"},
    TextForm {u"otherScheme", u"ftp://{authority}{path}"},
    TextForm {u"file", u"file:///etc/hostname"},
    TextForm {u"javascript", u"javascript:alert(1)"},
    TextForm {u"international", u"https://gr\u0430ph.microsoft.com{path}"},
    TextForm {u"punycode", u"https://xn--grph-63d.microsoft.com{path}"},
    TextForm {u"encodedDots", u"{scheme}://{authority}/v1.0/security/%2e%2e/%2e%2e/portal"},
    TextForm {u"plainDots", u"{scheme}://{authority}/v1.0/../portal"},
    TextForm {u"otherPath", u"{scheme}://{authority}/portal"},
    TextForm {u"backslash", u"{scheme}://{authority}\\@evil.example{path}"},
    TextForm {u"relative", u"{path}"},
    TextForm {u"schemeRelative", u"//evil.example{path}"},
    TextForm {u"fragment", u"{self}#evil"},
    TextForm {u"lineBreak", u"{self}\r\nHost: evil.example"},
    TextForm {u"blank", u" {self} "},
    TextForm {u"addressLiteral", u"http://0x7f000001{path}"},
    TextForm {u"metadata", u"http://169.254.169.254{path}"},
    TextForm {u"suffix", u"https://graph.microsoft.com.evil.example{path}"},
    TextForm {u"empty", u""},
    TextForm {u"text", u"next"},
    TextForm {u"self", u"{self}"},
};

template <typename Table>
QStringList namesOf(const Table &table)
{
    QStringList names;
    for (const auto &form : table)
        names.append(form.name.toString());
    return names;
}

template <typename Table>
const auto &formNamed(const Table &table, const QString &name)
{
    for (const auto &form : table) {
        if (form.name == name)
            return form;
    }
    return table.front();
}

} // namespace

QStringList oddIdForms()
{
    return namesOf(idForms);
}

QString oddId(const QString &form, const QString &id)
{
    if (form == u"long")
        return id.isEmpty() ? QString(LongId, u'7') : id.repeated(LongId / id.size() + 1).first(LongId);
    const QString text = formNamed(idForms, form).text.toString().replace(u'#', id);
    return QString(text).replace(QChar(u'\uE001'), u'#').replace(QChar(u'\uE002'), QChar(u'\0'));
}

QStringList oddDateForms()
{
    return namesOf(dateForms);
}

QString oddDate(const QString &form)
{
    return formNamed(dateForms, form).text.toString();
}

QStringList oddNumberForms()
{
    return namesOf(numberForms);
}

QByteArray oddNumber(const QString &form)
{
    return formNamed(numberForms, form).text.toLatin1();
}

QStringList malformedForms()
{
    return namesOf(malformedTable);
}

QByteArray malformed(const QString &form, const QByteArray &json)
{
    return formNamed(malformedTable, form).make(json);
}

QStringList nextLinkForms()
{
    return namesOf(linkForms);
}

QString nextLink(const QString &form, const Request &request)
{
    const QUrl base(request.baseUrl);
    const QString target = QString::fromLatin1(request.target);
    QString link = formNamed(linkForms, form).text.toString();
    link.replace("{scheme}"_L1, base.scheme());
    link.replace("{authority}"_L1, base.authority());
    link.replace("{host}"_L1, base.host());
    link.replace("{self}"_L1, QString(request.baseUrl + target));
    return link.replace("{path}"_L1, target);
}

} // namespace simulator
