// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The translation files say what the sources say, to the last text, and can be put in their place: the same placeholders, a
// key to press where there is one. `ninja update-translations` brings a file up to the sources.

#include "support/catalogue.h"
#include "support/paths.h"
#include "support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace casemate::test;

namespace {

QStringList catalogues()
{
    const QDir folder(sourceDir() + u"/translations"_s);
    QStringList files;
    const QStringList names = folder.entryList({u"*.ts"_s}, QDir::Files);
    for (const QString &name : names)
        files.append(folder.filePath(name));
    return files;
}

QString keyOf(const Message &message)
{
    return message.context + u": "_s + message.source + (message.comment.isEmpty() ? QString() : u" ("_s + message.comment + u')');
}

// In what a file differs from one that lupdate has brought up to the sources below `root`.
QStringList faultsOf(const QString &root, const QString &file)
{
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(QFileInfo(file).fileName());
    if (!QFile::copy(file, fresh))
        return {u"cannot be copied: "_s + file};
    if (const QString failed = updateCatalogue(root, fresh); !failed.isEmpty())
        return {failed};
    QSet<QString> known;
    const QList<Message> before = readCatalogue(file);
    for (const Message &message : before)
        known.insert(keyOf(message));
    QStringList faults;
    const QList<Message> after = readCatalogue(fresh);
    for (const Message &message : after) {
        if (!known.remove(keyOf(message)))
            faults.append(u"missing: "_s + keyOf(message));
        else if (!message.finished || message.translations.contains(QString()))
            faults.append(u"unfinished: "_s + keyOf(message));
    }
    for (const QString &old : std::as_const(known))
        faults.append(u"no longer in the sources: "_s + old);
    return faults;
}

QStringList placesOf(const QString &text)
{
    static const QRegularExpression place(u"%L?n|%L?\\d"_s);
    QStringList places;
    QRegularExpressionMatchIterator matches = place.globalMatch(text);
    while (matches.hasNext())
        places.append(matches.next().captured());
    places.sort();
    places.removeDuplicates();
    return places;
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression mnemonic(u"&\\w"_s, QRegularExpression::UseUnicodePropertiesOption);
    return mnemonic.match(text).hasMatch();
}

void plant(const QString &file, const QString &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QFile planted(file);
    QVERIFY(planted.open(QIODevice::WriteOnly));
    planted.write(text.toUtf8());
}

// A tree of one page with one text, in step with its file.
class SmallTree
{
public:
    SmallTree()
    {
        plant(folder.filePath(u"src/page.cpp"_s), u"QString f() { return QCoreApplication::translate(\"Page\", \"One\"); }\n"_s);
        plant(folder.filePath(u"ui/page.ui"_s), u"<ui version=\"4.0\"><class>Page</class><widget class=\"QWidget\" name=\"Page\"/></ui>\n"_s);
        write(u"<translation>Eins</translation>"_s);
    }
    void write(const QString &translation) const
    {
        plant(file(), u"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n<TS version=\"2.1\" language=\"de\" sourcelanguage=\"en\">\n<context>\n"
                      "<name>Page</name>\n<message>\n<source>One</source>\n"_s + translation + u"\n</message>\n</context>\n</TS>\n"_s);
    }
    [[nodiscard]] QString file() const { return folder.filePath(u"small_de.ts"_s); }

    QTemporaryDir folder;
};

} // namespace

class Catalogues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsTranslated();
    void placesAndKeysAreKept();
    void aFaultIsFound();
    void whatWasTriedHasItsWords();
    void countedTextsAreMarked();
};

void Catalogues::everyTextIsTranslated()
{
    QVERIFY(!catalogues().isEmpty());
    const QStringList files = catalogues();
    for (const QString &file : files) {
        const QStringList faults = faultsOf(sourceDir(), file);
        QVERIFY2(faults.isEmpty(), qPrintable(file + u"\n"_s + faults.join(u'\n')));
        QVERIFY(readCatalogue(file).size() > 700);
    }
}

void Catalogues::placesAndKeysAreKept()
{
    const QStringList files = catalogues();
    for (const QString &file : files) {
        const QList<Message> messages = readCatalogue(file);
        for (const Message &message : messages) {
            QCOMPARE(message.translations.size(), message.counted ? 2 : 1);
            for (const QString &translation : message.translations) {
                QVERIFY2(placesOf(translation) == placesOf(message.source), qPrintable(keyOf(message)));
                QVERIFY2(hasMnemonic(translation) == hasMnemonic(message.source), qPrintable(keyOf(message)));
                QVERIFY2(translation.endsWith(u'…') == message.source.endsWith(u'…'), qPrintable(keyOf(message)));
            }
        }
    }
}

void Catalogues::aFaultIsFound()
{
    const SmallTree tree;
    QCOMPARE(faultsOf(tree.folder.path(), tree.file()), QStringList());
    tree.write(u"<translation type=\"unfinished\"></translation>"_s);
    QCOMPARE(faultsOf(tree.folder.path(), tree.file()), QStringList(u"unfinished: Page: One"_s));
    tree.write(u"<translation type=\"unfinished\">Eins</translation>"_s); // a guess that nobody has looked at
    QCOMPARE(faultsOf(tree.folder.path(), tree.file()).size(), 1);
    tree.write(u"<translation>Eins</translation>"_s);
    plant(tree.folder.filePath(u"src/page.cpp"_s), u"QString f() { return QCoreApplication::translate(\"Page\", \"Two\"); }\n"_s);
    const QStringList faults = faultsOf(tree.folder.path(), tree.file());
    QVERIFY2(faults.contains(u"missing: Page: Two"_s) && faults.contains(u"no longer in the sources: Page: One"_s), qPrintable(faults.join(u'\n')));
}

// Error::tried is written where the error is made and translated by models/triedwording.cpp, where lupdate sees it.
void Catalogues::whatWasTriedHasItsWords()
{
    QFile list(sourceDir() + u"/src/models/triedwording.cpp"_s);
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QString known = QString::fromUtf8(list.readAll());
    static const QRegularExpression made(u"(?:ErrorKind::\\w+,\\s*|refusal\\(u\"\\w+\"_s,\\s*|tried = )u\"([a-z]+ [^\"]+)\"_s(?!\\.)"_s);
    QStringList unknown;
    int seen = 0;
    QDirIterator files(sourceDir() + u"/src"_s, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString source = QString::fromUtf8(file.readAll());
        QRegularExpressionMatchIterator matches = made.globalMatch(source);
        while (!file.fileName().contains("/simulator/"_L1) && matches.hasNext()) {
            const QString tried = matches.next().captured(1);
            ++seen;
            const bool isBegun = tried.endsWith(u' '); // something is put behind it
            if (!known.contains(u"\"models\", \""_s + tried + (isBegun ? u"%1\""_s : u"\""_s)) && !unknown.contains(tried))
                unknown.append(tried);
        }
    }
    QVERIFY(seen > 60);
    QVERIFY2(unknown.isEmpty(), qPrintable(u"not in models/triedwording.cpp:\n"_s + unknown.join(u'\n')));
}

// counted() takes two texts, which lupdate sees only where they are marked.
void Catalogues::countedTextsAreMarked()
{
    static const QRegularExpression unmarked(u"\\bcounted\\(\\s*\""_s);
    QDirIterator files(sourceDir() + u"/src"_s, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    QStringList faults;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        if (unmarked.match(QString::fromUtf8(file.readAll())).hasMatch())
            faults.append(file.fileName());
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

CASEMATE_TEST(Catalogues)
#include "catalogues.moc"
