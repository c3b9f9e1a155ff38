// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/pseudo.h"

#include "support/catalogue.h"
#include "support/paths.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gallery {

namespace {

constexpr QStringView small = u"abcdefghijklmnopqrstuvwxyz";
constexpr QStringView accentedSmall = u"áƀçďéƒǧĥíĵķĺɱñóƥɋřšťúṽŵẋýž";
constexpr QStringView accentedLarge = u"ÁƁÇĎÉƑǦĤÍĴĶĹṀÑÓƤɊŘŠŤÚṼŴẊÝŽ";
constexpr QStringView hebrew = u"אבגדהוזחטיכלמנסעפצקרשתאבגד";

QByteArray keyOf(const QByteArray &context, const QByteArray &source, const QByteArray &comment)
{
    return context + '\0' + source + '\0' + comment;
}

QChar other(QChar letter, PseudoLanguage::Letters letters)
{
    const qsizetype at = small.indexOf(letter.toLower());
    if (at < 0)
        return letter;
    if (letters == PseudoLanguage::Letters::Hebrew)
        return hebrew.at(at);
    return letter.isUpper() ? accentedLarge.at(at) : accentedSmall.at(at);
}

} // namespace

PseudoLanguage::PseudoLanguage(Letters letters, QObject *parent)
    : QTranslator(parent)
    , m_letters(letters)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"pseudo_de.ts"_s);
    m_fault = casemate::test::updateCatalogue(casemate::test::sourceDir(), file);
    const QList<casemate::test::Message> messages = casemate::test::readCatalogue(file);
    for (const casemate::test::Message &message : messages)
        m_texts.insert(keyOf(message.context.toUtf8(), message.source.toUtf8(), message.comment.toUtf8()));
}

QString PseudoLanguage::translate(const char *context, const char *source, const char *comment, int) const
{
    return m_texts.contains(keyOf(context, source, comment)) ? pseudo(QString::fromUtf8(source), m_letters) : QString();
}

QString PseudoLanguage::pseudo(const QString &text, Letters letters)
{
    // Places for parts stay, as a translator would leave them.
    static const QRegularExpression place(u"%L?n|%L?\\d"_s);
    QString result;
    qsizetype from = 0;
    qsizetype letterCount = 0;
    const auto take = [&](QStringView piece) {
        for (const QChar letter : piece)
            result += other(letter, letters);
        letterCount += piece.size();
    };
    QRegularExpressionMatchIterator places = place.globalMatch(text);
    while (places.hasNext()) {
        const QRegularExpressionMatch match = places.next();
        take(QStringView(text).mid(from, match.capturedStart() - from));
        result += match.captured();
        from = match.capturedEnd();
    }
    take(QStringView(text).mid(from));
    return u"⟦"_s + result + QString((letterCount * 3 + 9) / 10, u'·') + u"⟧"_s;
}

} // namespace gallery
