// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/report.h"

#include "support/paths.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSysInfo>
#include <QThread>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

QString lineOf(const QString &file, const QByteArray &beginning)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = source.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(beginning))
            return QString::fromUtf8(line.mid(beginning.size())).remove(u':').trimmed();
    }
    return {};
}

QString git(const QStringList &words)
{
    QProcess process;
    process.start(u"git"_s, QStringList {u"-C"_s, casemate::test::sourceDir()} + words);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

// Of the checkout that it was built from; "+" when files in it differ from the commit.
QString commit()
{
    const QString head = git({u"rev-parse"_s, u"--short"_s, u"HEAD"_s});
    return head.isEmpty() ? u"unknown"_s : git({u"status"_s, u"--porcelain"_s, u"-uno"_s}).isEmpty() ? head : head + u'+';
}

QJsonObject circumstances()
{
    return {
        {u"processor"_s, lineOf(u"/proc/cpuinfo"_s, "model name")},
        {u"cores"_s, QThread::idealThreadCount()},
        {u"memory"_s, lineOf(u"/proc/meminfo"_s, "MemTotal")},
        {u"load"_s, lineOf(u"/proc/loadavg"_s, "")},
        {u"system"_s, QSysInfo::prettyProductName()},
        {u"qt"_s, QString::fromLatin1(qVersion())},
        {u"sqlite"_s, QString::fromLatin1(sqlite3_libversion())},
        {u"date"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
        {u"commit"_s, commit()},
        {u"preset"_s, QFileInfo(casemate::test::buildDir()).fileName()},
    };
}

QJsonObject json(const Series &series)
{
    return {{u"min"_s, series.least()}, {u"median"_s, series.median()}, {u"max"_s, series.most()}};
}

QString figure(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

QString text(const Series &series, const QString &unit)
{
    return u"%1 %4 (%2 to %3)"_s.arg(figure(series.median()), figure(series.least()), figure(series.most()), unit);
}

} // namespace

Budgets readBudgets(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        giveUp(u"cannot read %1"_s.arg(file));
    Budgets budgets;
    const QList<QByteArray> lines = source.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray promise = line.split('#').constFirst().simplified();
        if (promise.isEmpty())
            continue;
        const QList<QByteArray> words = promise.split(' ');
        bool isNumber = false;
        const double ceiling = words.value(1).toDouble(&isNumber);
        if (words.size() != 2 || !isNumber)
            giveUp(u"%1: not a name and a ceiling: %2"_s.arg(file, QString::fromUtf8(promise)));
        budgets.insert(QString::fromUtf8(words.constFirst()), ceiling);
    }
    return budgets;
}

QStringList brokenPromises(const QList<Comparison> &all, const Budgets &budgets)
{
    QStringList lines;
    for (const Comparison &comparison : all) {
        const auto ceiling = budgets.constFind(comparison.name);
        if (ceiling != budgets.cend() && comparison.ratio() > *ceiling)
            lines.append(u"%1 is %2 times its peer; the ceiling is %3"_s.arg(comparison.name, figure(comparison.ratio()), figure(*ceiling)));
    }
    return lines;
}

QByteArray asJson(const QList<Comparison> &all, const Budgets &budgets)
{
    QJsonArray comparisons;
    for (const Comparison &comparison : all) {
        QJsonObject object {
            {u"id"_s, comparison.name},
            {u"subject"_s, comparison.subject},
            {u"peer"_s, comparison.peer},
            {u"unit"_s, comparison.unit},
            {u"rounds"_s, comparison.ours.values.size()},
            {u"ours"_s, json(comparison.ours)},
            {u"theirs"_s, json(comparison.theirs)},
            {u"ratio"_s, comparison.ratio()},
        };
        if (budgets.contains(comparison.name))
            object.insert(u"ceiling"_s, budgets.value(comparison.name));
        comparisons.append(object);
    }
    return QJsonDocument(QJsonObject {{u"circumstances"_s, circumstances()}, {u"comparisons"_s, comparisons}}).toJson();
}

QByteArray asTable(const QList<Comparison> &all, const Budgets &budgets)
{
    const QJsonObject around = circumstances();
    QStringList words;
    for (const auto &name : {u"date"_s, u"commit"_s, u"preset"_s, u"system"_s, u"processor"_s, u"memory"_s, u"qt"_s, u"sqlite"_s, u"load"_s})
        words.append(u"%1 %2"_s.arg(name, around[name].toString()));
    QString table = words.join(u", "_s) + u"\n\n| name | what | ours | against | theirs | ratio | ceiling |\n| --- | --- | --- | --- | --- | --- | --- |\n"_s;
    for (const Comparison &comparison : all) {
        const QString ceiling = budgets.contains(comparison.name) ? figure(budgets.value(comparison.name)) : QString();
        table += u"| %1 | %2 | %3 | %4 | %5 | %6 | %7 |\n"_s.arg(
            comparison.name, comparison.subject, text(comparison.ours, comparison.unit), comparison.peer,
            text(comparison.theirs, comparison.unit), figure(comparison.ratio()), ceiling);
    }
    return table.toUtf8();
}

} // namespace bench
