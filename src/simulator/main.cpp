// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// casemate-simulator: a demo tenant over HTTP on the loopback interface. Prints one line of JSON when it is ready.

#include "simulator/commandline.h"
#include "simulator/ledgercheck.h"
#include "simulator/service.h"
#include "simulator/stopsignals.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <csignal>
#include <cstdio>

namespace {

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2 };

void print(std::FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stream);
    std::fflush(stream);
}

int check(const simulator::Options &options)
{
    const auto differences = simulator::checkFiles(options.checkedEffects, options.checkedLedger);
    if (!differences) {
        print(stderr, "casemate-simulator: " + differences.error().toLocal8Bit() + '\n');
        return WrongUsage;
    }
    for (const QString &line : *differences)
        print(stdout, line.toLocal8Bit() + '\n');
    return differences->isEmpty() ? Done : Failed;
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN); // whoever read our first line may be gone
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("casemate-simulator"));
    const auto options = simulator::parseCommandLine(application.arguments().mid(1));
    if (!options) {
        print(stderr, "casemate-simulator: " + options.error().toLocal8Bit() + " (--help lists the arguments)\n");
        return WrongUsage;
    }
    if (options->wantsHelp) {
        print(stdout, simulator::usage().toLocal8Bit());
        return Done;
    }
    if (!options->checkedEffects.isEmpty())
        return check(*options);
    simulator::StopSignals signals(options->parentWatch);
    simulator::Service service(*options);
    QObject::connect(&signals, &simulator::StopSignals::raised, &application, &QCoreApplication::quit);
    QObject::connect(&service, &simulator::Service::ready, &application, [](const QJsonObject &line) {
        print(stdout, QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    });
    QObject::connect(&service, &simulator::Service::failed, &application, [](const QString &reason) {
        print(stderr, "casemate-simulator: " + reason.toLocal8Bit() + '\n');
        QCoreApplication::exit(Failed);
    });
    QMetaObject::invokeMethod(&service, &simulator::Service::start,
                              Qt::QueuedConnection); // exit() needs a running loop
    return QCoreApplication::exec();
}
