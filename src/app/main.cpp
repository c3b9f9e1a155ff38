// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/arguments.h"
#include "app/commandrunner.h"
#include "app/hardening.h"
#include "app/look.h"
#include "app/startrun.h"

#include "models/wording.h"

#include <QApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

const QString version = QStringLiteral(CASEMATE_VERSION); // from the file VERSION

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    return words;
}

int runWindow(int argc, char **argv, const app::Arguments &arguments)
{
    QApplication application(argc, argv);
    app::Arguments own = arguments;
    own.program = QCoreApplication::applicationFilePath();
    QApplication::setQuitOnLastWindowClosed(false); // the demo tenant and the outbox end in order first
    app::Look look(QDBusConnection::sessionBus());
    look.apply(app::readSettings());
    app::StartRun run(own, look, std::make_shared<app::StandardOutput>());
    QMetaObject::invokeMethod(&run, &app::StartRun::start, Qt::QueuedConnection);
    return QApplication::exec();
}

int runCommand(int argc, char **argv, const QStringList &words)
{
    QCoreApplication application(argc, argv);
    QLocale::setDefault(QLocale::c()); // English, for people and for scripts
    app::CommandRunner runner;
    QMetaObject::invokeMethod(
        &runner, [&runner, words] { runner.run(words, std::make_shared<app::StandardOutput>()); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    app::harden();
    QCoreApplication::setApplicationName(u"casemate"_s);
    QCoreApplication::setApplicationVersion(version);
    const QStringList words = wordsOf(argc, argv);
    app::StandardOutput output;
    const domain::Result<app::Arguments> arguments = app::readArguments(words);
    if (!arguments) {
        output.err((u"casemate: "_s + models::sentence(arguments.error()) + u'\n').toUtf8());
        return int(app::ExitCode::Usage);
    }
    if (arguments->isSet(u"version"_s)) {
        output.out((u"casemate "_s + version + u'\n').toUtf8());
        return int(app::ExitCode::Done);
    }
    if (arguments->isSet(u"help"_s)) {
        output.out(app::helpText(arguments->command).toUtf8());
        return int(app::ExitCode::Done);
    }
    return arguments->command.isEmpty() ? runWindow(argc, argv, *arguments) : runCommand(argc, argv, words);
}
