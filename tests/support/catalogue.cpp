// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catalogue.h"

#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace casemate::test {

namespace {

QString run(const QString &tool, const QStringList &words, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + u'/' + tool, words);
    const bool ended = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit;
    return ended && process.exitCode() == 0 ? QString() : process.errorString() + u' ' + QString::fromUtf8(process.readAll());
}

} // namespace

QList<Message> readCatalogue(const QString &file)
{
    QFile read(file);
    if (!read.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&read);
    QList<Message> all;
    QString context;
    Message message;
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        const QStringView name = xml.name();
        if (token == QXmlStreamReader::EndElement && name == "message"_L1)
            all.append(message);
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (name == "name"_L1) {
            context = xml.readElementText();
        } else if (name == "message"_L1) {
            message = {.context = context, .source = {}, .comment = {}, .counted = xml.attributes().value("numerus"_L1) == "yes"_L1, .finished = false, .translations = {}};
        } else if (name == "source"_L1) {
            message.source = xml.readElementText();
        } else if (name == "comment"_L1) {
            message.comment = xml.readElementText();
        } else if (name == "translation"_L1) {
            message.finished = !xml.attributes().hasAttribute("type"_L1);
            if (!message.counted)
                message.translations.append(xml.readElementText());
        } else if (name == "numerusform"_L1) {
            message.translations.append(xml.readElementText());
        }
    }
    return all;
}

QString updateCatalogue(const QString &root, const QString &file)
{
    return run(u"lupdate"_s, {u"-silent"_s, u"-locations"_s, u"none"_s, u"-no-obsolete"_s, u"-source-language"_s, u"en"_s, u"src"_s, u"ui"_s, u"-ts"_s, file}, root);
}

QString releaseCatalogue(const QString &file, const QString &compiled)
{
    return run(u"lrelease"_s, {u"-silent"_s, file, u"-qm"_s, compiled}, {});
}

} // namespace casemate::test
