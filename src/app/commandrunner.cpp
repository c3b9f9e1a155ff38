// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandrunner.h"

#include "commands.h"

#include "domain/filetenant.h"

#include "models/wording.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace app {

using domain::Result;

namespace {

using Function = void (*)(CommandContext &);

struct Route {
    Function function = nullptr;
    bool needsConsole = false;
};

Route route(const Arguments &arguments)
{
    const QString &name = arguments.command;
    const QString what = arguments.positional.value(0);
    if (name == u"tenant")
        return {runTenant, what == u"credential"};
    if (name == u"incidents")
        return {runIncidents};
    if (name == u"incident")
        return {runIncident};
    if (name == u"import")
        return {runImport};
    if (name == u"export-case")
        return {runExportCase};
    if (name == u"actions")
        return {runActions};
    if (name == u"history")
        return {runHistory};
    if (name == u"doctor")
        return {runDoctor};
    if (name == u"outbox")
        return what.isEmpty() || what == u"list" ? Route {runOutboxList} : Route {runOutboxChange, true};
    if (name == u"sync")
        return {runSync, true};
    if (name == u"decide")
        return {runDecide, true};
    if (name == u"signin")
        return {runSignIn, true};
    return {runSignOut, true};
}

constexpr qint64 largestCredential = 64 * 1024;

// Read where the command was typed, so that a path or a descriptor means what the person meant.
Result<QByteArray> inputOf(const Arguments &arguments)
{
    const QString tried = u"read the application credential"_s;
    QFile file;
    if (arguments.command != u"tenant" || arguments.positional.value(0) != u"credential")
        return QByteArray();
    if (arguments.isSet(u"fd"_s)) {
        bool isNumber = false;
        const int descriptor = arguments.value(u"fd"_s).toInt(&isNumber);
        if (!isNumber || !file.open(descriptor, QIODevice::ReadOnly))
            return domain::error(domain::ErrorKind::UsageWrong, tried, u"--fd takes the number of an open file"_s);
    } else if (arguments.isSet(u"file"_s)) {
        file.setFileName(arguments.value(u"file"_s));
        if (!file.open(QIODevice::ReadOnly))
            return domain::error(domain::ErrorKind::StorageUnreadable, tried, file.fileName() + u": "_s + file.errorString());
    } else {
        return domain::error(domain::ErrorKind::UsageWrong, tried, u"tenant credential needs --file or --fd"_s);
    }
    return file.read(largestCredential);
}

} // namespace

CommandRunner::CommandRunner(QObject *parent)
    : QObject(parent)
{
}

CommandRunner::~CommandRunner() = default;

void CommandRunner::run(const QStringList &words, std::shared_ptr<Output> output)
{
    Result<Arguments> arguments = readArguments(words);
    if (!arguments) {
        output->err((u"casemate: "_s + models::sentence(arguments.error()) + u'\n').toUtf8());
        output->finish(ExitCode::Usage);
        return;
    }
    if (arguments->isSet(u"help"_s)) {
        output->out(helpText(arguments->command).toUtf8());
        output->finish(ExitCode::Done);
        return;
    }
    Result<QByteArray> input = inputOf(*arguments);
    auto *context = new CommandContext(std::move(*arguments), input ? *input : QByteArray(), std::move(output), this);
    if (context->holds(input))
        start(*context, words);
}

void CommandRunner::runFor(const OwnerRequest &request, std::shared_ptr<Output> output, Console &owner)
{
    Result<Arguments> arguments = readArguments(request.arguments);
    if (!arguments) {
        output->finish(ExitCode::Usage);
        return;
    }
    const Route way = route(*arguments);
    auto *context = new CommandContext(std::move(*arguments), request.input, std::move(output), this);
    connect(context, &CommandContext::finished, context, &QObject::deleteLater);
    if (!context->chooseTenant())
        return;
    context->setConsole(&owner);
    way.function(*context);
}

void CommandRunner::start(CommandContext &context, const QStringList &words)
{
    const Route way = route(context.arguments());
    if (way.needsConsole)
        withConsole(context, words, way.function);
    else
        way.function(context);
}

void CommandRunner::withConsole(CommandContext &context, const QStringList &words, Function command)
{
    if (!context.chooseTenant())
        return;
    const QString &name = context.arguments().command;
    if (domain::isFileTenant(context.tenant())) {
        context.fail(domain::refusal(u"fileTenant"_s, name));
        return;
    }
    if (context.tenant().oid.isEmpty() && name != u"signin") {
        context.fail(domain::error(domain::ErrorKind::SignInNeeded, name));
        return;
    }
    Result<std::unique_ptr<Console>> console = Console::open(
        {.tenant = context.tenant(), .settings = context.settings(), .paths = context.paths()});
    if (console) {
        m_console = std::move(console).value();
        context.setConsole(m_console.get());
        command(context);
    } else if (console.error().kind == domain::ErrorKind::Busy) {
        forward(context, words);
    } else {
        context.fail(console.error());
    }
}

void CommandRunner::forward(CommandContext &context, const QStringList &words)
{
    auto *client = new OwnerClient(Console::socketName(context.paths(), context.tenant()), context.output(), this);
    client->send({words, context.input()}, &context, [&context](Result<domain::Done> answered) {
        if (!answered) // an owner that does not listen: another command, which will be done soon
            context.fail(domain::error(domain::ErrorKind::Busy, u"work with this tenant"_s, answered.error().detail));
    });
}

} // namespace app
