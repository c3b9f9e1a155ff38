// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What fuzzing has found worth keeping, once more through every reader: the fuzzer itself needs another compiler and time.

#include "fuzz/targets.h"
#include "support/paths.h"
#include "support/testmain.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

class Corpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReaderKeepsItsPromises_data()
    {
        QTest::addColumn<QString>("folder");
        for (const fuzz::NamedTarget &one : fuzz::targets())
            QTest::newRow(one.name) << casemate::test::sourceDir() + u"/tests/fuzz/corpus/"_s + QLatin1StringView(one.name);
    }
    void everyReaderKeepsItsPromises()
    {
        QFETCH(const QString, folder);
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
        QVERIFY2(files.size() >= 3, qPrintable(folder));
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const fuzz::NamedTarget &one : fuzz::targets())
                one.target(bytes);
        }
    }
};

CASEMATE_TEST(Corpus)
#include "corpus.moc"
