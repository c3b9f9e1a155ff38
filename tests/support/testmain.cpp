// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include <QFileInfo>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <cstdio>

#ifdef CASEMATE_TEST_GUI
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

using namespace Qt::StringLiterals;
using casemate::test::TestClass;

namespace {

constexpr int MostFailures = 125; // exit codes above have a meaning of their own in a shell

struct Order {
    std::vector<TestClass> classes; // to run
    QStringList arguments; // for QtTest, without the program's name
};

// Names of classes come first; whatever follows belongs to QtTest.
Order readArguments(const QStringList &arguments, const std::vector<TestClass> &all)
{
    Order order;
    qsizetype next = 1;
    for (; next < arguments.size(); ++next) {
        const auto named = std::find_if(all.begin(), all.end(), [&](const TestClass &candidate) {
            return QLatin1StringView(candidate.name) == arguments.at(next);
        });
        if (named == all.end())
            break;
        order.classes.push_back(*named);
    }
    order.arguments = arguments.mid(next);
    if (order.classes.empty())
        order.classes = all;
    return order;
}

// QtTest truncates the file it is told to write, so each class of several gets a file of its own.
QStringList argumentsFor(const TestClass &testClass, const Order &order)
{
    QStringList arguments = order.arguments;
    for (qsizetype i = 0; order.classes.size() > 1 && i + 1 < arguments.size(); ++i) {
        if (arguments.at(i) != "-o"_L1)
            continue;
        QString &target = arguments[i + 1];
        const qsizetype comma = target.lastIndexOf(u',');
        const QString file = comma < 0 ? target : target.left(comma);
        if (file == "-"_L1)
            continue;
        const QString suffix = QFileInfo(file).suffix();
        const QString stem = suffix.isEmpty() ? file : file.chopped(suffix.size() + 1);
        target = stem + u'.' + QLatin1StringView(testClass.name) + (suffix.isEmpty() ? QString() : u'.' + suffix)
            + (comma < 0 ? QString() : target.mid(comma));
    }
    return arguments;
}

void printNames(const std::vector<TestClass> &classes, std::FILE *stream)
{
    for (const TestClass &known : classes)
        std::fprintf(stream, "%s\n", known.name);
}

} // namespace

int main(int argc, char *argv[])
{
    Application application(argc, argv);
    std::vector<TestClass> all = casemate::test::testClasses();
    std::sort(all.begin(), all.end(),
              [](const TestClass &a, const TestClass &b) { return qstrcmp(a.name, b.name) < 0; });
    const QStringList arguments = QCoreApplication::arguments();
    if (all.empty()) {
        std::fputs("This executable has no test class; see CASEMATE_TEST in tests/support/testmain.h\n", stderr);
        return 2;
    }
    if (arguments.value(1) == "-classes"_L1) {
        printNames(all, stdout);
        return 0;
    }
    const Order order = readArguments(arguments, all);
    const bool namesFunction = !order.arguments.isEmpty() && !order.arguments.first().startsWith(u'-');
    if (namesFunction && order.classes.size() > 1) {
        std::fprintf(stderr, "\"%s\" is not a test class; a function needs its class first. Classes:\n",
                     qPrintable(order.arguments.first()));
        printNames(all, stderr);
        return 2;
    }
    int failures = 0;
    for (const TestClass &testClass : order.classes) {
        const std::unique_ptr<QObject> test = testClass.create();
        failures += QTest::qExec(test.get(), QStringList {arguments.first()} + argumentsFor(testClass, order));
    }
    return std::min(failures, MostFailures);
}
