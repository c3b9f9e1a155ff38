// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// casemate-bench: how long the parts of the program take, each against a floor or a peer in the same run. See --help.
#include "bench/child.h"
#include "bench/report.h"
#include "bench/subjects.h"

#include "support/paths.h"

#include <QApplication>
#include <QCommandLineParser>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Subject {
    QString name;
    QList<bench::Comparison> (*measure)(const bench::Order &, bench::Worlds &);
};

const std::array subjects {
    Subject {u"ingest"_s, bench::measureIngest}, Subject {u"queue"_s, bench::measureQueue},
    Subject {u"search"_s, bench::measureSearch}, Subject {u"paint"_s, bench::measurePaint},
    Subject {u"start"_s, bench::measureStart},   Subject {u"memory"_s, bench::measureMemory},
    Subject {u"serve"_s, bench::measureServing},
};

struct Wish {
    QStringList subjects; // none: all
    bench::Order order;
    QString worlds;
    QString budgets;
    bool wantsJson = false;
    bool checks = false;
};

QList<int> numbers(const QString &text)
{
    QList<int> all;
    const QStringList words = text.split(u',');
    for (const QString &word : words) {
        if (word.toInt() <= 0)
            bench::giveUp(u"not a number of incidents: "_s + word);
        all.append(word.toInt());
    }
    return all;
}

Wish readWish(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures parts of Casemate against floors and peers, taking turns in one run."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"subject"_s, u"ingest, queue, search, paint, start, memory, serve; all without."_s, u"[subject...]"_s);
    parser.addOptions({
        {u"json"_s, u"Print JSON instead of a table."_s},
        {u"check"_s, u"Exit code 1 when a ratio is above its ceiling."_s},
        {u"budgets"_s, u"Where the ceilings stand (tests/bench/budgets.txt)."_s, u"file"_s, casemate::test::sourceDir() + u"/tests/bench/budgets.txt"_s},
        {u"rounds"_s, u"How often each of both is measured (11)."_s, u"n"_s, u"11"_s},
        {u"sizes"_s, u"Incidents in the cache (10000,100000)."_s, u"n,n"_s, u"10000,100000"_s},
        {u"page-items"_s, u"Incidents whose pages ingest reads and serve asks for (2000)."_s, u"n"_s, u"2000"_s},
        {u"worlds"_s, u"Keep the tenants that are made in this folder, and use those that are there."_s, u"folder"_s},
        {u"smoke"_s, u"A few incidents, one round: whether it works; the figures say nothing."_s},
    });
    parser.process(words);
    Wish wish {.subjects = parser.positionalArguments(),
               .order = {.sizes = numbers(parser.value(u"sizes"_s)),
                         .rounds = numbers(parser.value(u"rounds"_s)).constFirst(),
                         .pageItems = numbers(parser.value(u"page-items"_s)).constFirst()},
               .worlds = parser.value(u"worlds"_s),
               .budgets = parser.value(u"budgets"_s),
               .wantsJson = parser.isSet(u"json"_s),
               .checks = parser.isSet(u"check"_s)};
    if (parser.isSet(u"smoke"_s))
        wish.order = {.sizes = {200}, .rounds = 1, .pageItems = 60};
    return wish;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // the same for everybody, and for the windows that are started
    if (argc == 3 && qstrcmp(argv[1], "--window") == 0)
        return bench::runWindow(argc, argv, QString::fromLocal8Bit(argv[2]));
    const QApplication application(argc, argv);
    const Wish wish = readWish(QApplication::arguments());
    const bench::Budgets budgets = bench::readBudgets(wish.budgets);
    for (const QString &name : wish.subjects) {
        if (std::none_of(subjects.begin(), subjects.end(), [&](const Subject &subject) { return subject.name == name; }))
            bench::giveUp(u"no subject is called %1 (see --help)"_s.arg(name));
    }
    bench::Worlds worlds(wish.worlds);
    QList<bench::Comparison> all;
    for (const Subject &subject : subjects) {
        if (wish.subjects.isEmpty() || wish.subjects.contains(subject.name))
            all += subject.measure(wish.order, worlds);
    }
    const QByteArray report = wish.wantsJson ? bench::asJson(all, budgets) : bench::asTable(all, budgets);
    std::fwrite(report.constData(), 1, size_t(report.size()), stdout);
    const QStringList broken = bench::brokenPromises(all, budgets);
    for (const QString &line : broken)
        std::fprintf(stderr, "casemate-bench: %s\n", qPrintable(line));
    return wish.checks && !broken.isEmpty() ? 1 : 0;
}
