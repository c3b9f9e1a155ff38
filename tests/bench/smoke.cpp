// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The benchmarks work: every subject measures something, what they print is well formed, and a broken promise is a failure.
// How long anything takes is not judged here.
#include "support/paths.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 300'000; // milliseconds; also under the sanitizers

struct Run {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Run run(const QStringList &words)
{
    QProcess process;
    process.start(casemate::test::programDir() + u"/casemate-bench"_s, QStringList {u"--smoke"_s} + words);
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList budgetNames()
{
    QFile file(casemate::test::sourceDir() + u"/tests/bench/budgets.txt"_s);
    QStringList names;
    if (file.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (!line.isEmpty() && !line.startsWith('#'))
                names.append(QString::fromUtf8(line.left(line.indexOf(' '))));
        }
    }
    return names;
}

QString withoutSize(QString name)
{
    static const QRegularExpression size(u"\\.[0-9]+$"_s);
    return name.remove(size);
}

} // namespace

class Smoke : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySubjectMeasuresAndThePromisesAreAboutThem();
    void aBrokenPromiseFails();
    void aTableIsPrinted();
};

void Smoke::everySubjectMeasuresAndThePromisesAreAboutThem()
{
    const Run all = run({u"--json"_s});
    QVERIFY2(all.code == 0, all.err.constData());
    const QJsonObject json = QJsonDocument::fromJson(all.out).object();
    for (const auto &fact : {u"processor"_s, u"memory"_s, u"system"_s, u"qt"_s, u"sqlite"_s, u"date"_s, u"commit"_s, u"preset"_s})
        QVERIFY2(!json[u"circumstances"][fact].toString().isEmpty(), qPrintable(fact));
    QSet<QString> names;
    QSet<QString> subjects;
    const QJsonArray comparisons = json[u"comparisons"].toArray();
    for (const QJsonValue &comparison : comparisons) {
        const QString name = comparison[u"id"].toString();
        names.insert(withoutSize(name));
        subjects.insert(name.section(u'.', 0, 0));
        for (const auto &side : {u"ours"_s, u"theirs"_s}) {
            const QJsonValue figures = comparison[side];
            QVERIFY2(figures[u"min"].toDouble() > 0, qPrintable(name));
            QVERIFY(figures[u"min"].toDouble() <= figures[u"median"].toDouble());
            QVERIFY(figures[u"median"].toDouble() <= figures[u"max"].toDouble());
        }
        QCOMPARE(comparison[u"ratio"].toDouble(), comparison[u"ours"][u"median"].toDouble() / comparison[u"theirs"][u"median"].toDouble());
        QVERIFY(!comparison[u"subject"].toString().isEmpty() && !comparison[u"peer"].toString().isEmpty());
    }
    QCOMPARE(subjects, (QSet<QString> {u"ingest"_s, u"queue"_s, u"search"_s, u"paint"_s, u"start"_s, u"memory"_s, u"serve"_s}));
    const QStringList promised = budgetNames();
    QVERIFY(promised.size() > 10);
    for (const QString &name : promised)
        QVERIFY2(names.contains(withoutSize(name)), qPrintable(name));
}

void Smoke::aBrokenPromiseFails()
{
    QTemporaryFile budgets;
    QVERIFY(budgets.open());
    budgets.write("# too little\nsearch.like.200 0.000001\n");
    budgets.flush();
    const Run broken = run({u"--check"_s, u"--budgets"_s, budgets.fileName(), u"search"_s});
    QCOMPARE(broken.code, 1);
    QVERIFY2(broken.err.contains("search.like.200 is "), broken.err.constData());
    const Run unchecked = run({u"--budgets"_s, budgets.fileName(), u"search"_s});
    QCOMPARE(unchecked.code, 0);

    budgets.resize(0);
    budgets.seek(0);
    budgets.write("search.like.200 1000000 # plenty\n");
    budgets.flush();
    const Run kept = run({u"--check"_s, u"--budgets"_s, budgets.fileName(), u"search"_s});
    QVERIFY2(kept.code == 0, kept.err.constData());
}

void Smoke::aTableIsPrinted()
{
    const Run table = run({u"search"_s});
    QVERIFY2(table.code == 0, table.err.constData());
    QVERIFY2(table.out.contains("\n| search.fts.200 | "), table.out.constData());
    const Run unknown = run({u"serach"_s});
    QCOMPARE(unknown.code, 1);
    QVERIFY2(unknown.err.contains("serach"), unknown.err.constData());
}

CASEMATE_TEST(Smoke)
#include "smoke.moc"
