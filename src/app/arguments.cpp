// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"

#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct Option {
    QString name;
    QString valueName; // empty: a flag
    QString meaning;
};

struct Command {
    QString name;
    QString usage; // after the name
    QString meaning;
    int leastWords;
    int mostWords;
    QList<Option> options;
};

constexpr int anyNumber = 1000;

QList<Option> commonOptions()
{
    return {
        {u"json"_s, {}, u"Print JSON; lists are arrays of objects with an id."_s},
        {u"data-dir"_s, u"folder"_s, u"Keep everything below this folder instead of the standard place."_s},
        {u"tenant"_s, u"key"_s, u"Which tenant; needed when there are several."_s},
        {u"help"_s, {}, u"Say what this command does."_s},
    };
}

QList<Command> commands()
{
    return {
        {{}, u"[--demo] [--tour folder]"_s, u"Opens the window."_s, 0, 0,
         {{u"demo"_s, {}, u"Start the demo tenant and sign in to it."_s},
          {u"demo-incidents"_s, u"n"_s, u"How many incidents the demo tenant holds (500)."_s},
          {u"tour"_s, u"folder"_s, u"Walk through the main job, one picture a step in this folder, and end."_s},
          {u"version"_s, {}, u"Print the version."_s}}},
        {u"tenant"_s, u"add|list|remove|credential"_s, u"Keeps the list of tenants."_s, 1, 2,
         {{u"cloud"_s, u"name|file"_s, u"add: global, gcc, gcchigh, dod, or a cloud file."_s},
          {u"name"_s, u"key"_s, u"add: what to call it."_s},
          {u"tenant-id"_s, u"id"_s, u"add: directory id or domain."_s},
          {u"client-id"_s, u"id"_s, u"add: the app registration."_s},
          {u"file"_s, u"path"_s, u"credential: read the application credential from this file."_s},
          {u"fd"_s, u"number"_s, u"credential: read it from this file descriptor."_s}}},
        {u"signin"_s, u"[--browser command]"_s, u"Signs in with the system's browser."_s, 0, 0,
         {{u"browser"_s, u"command"_s, u"Run this command with the address as its last argument instead."_s}}},
        {u"signout"_s, {}, u"Removes the session and the application credential from the keychain."_s, 0, 0, {}},
        {u"sync"_s, u"[--once|--full]"_s, u"Pulls incidents and alerts."_s, 0, 0,
         {{u"once"_s, {}, u"One pull of what is new (the default)."_s}, {u"full"_s, {}, u"Read everything again."_s}}},
        {u"incidents"_s, u"[--filter expression] [--sort key] [--limit n]"_s, u"Lists incidents from the cache."_s, 0, 0,
         {{u"filter"_s, u"expression"_s, u"status:active severity:(high medium) assignee:none \"invoice\" …"_s},
          {u"sort"_s, u"key"_s, u"updated, created, severity, status, name, assignee, alerts, pending, priority, id; -key turns it round."_s},
          {u"limit"_s, u"n"_s, u"At most so many."_s}}},
        {u"incident"_s, u"ID [--raw]"_s, u"Shows one incident from the cache."_s, 1, 1,
         {{u"raw"_s, {}, u"The exact received bytes of the incident and its alerts, one item a line end."_s}}},
        {u"import"_s, u"FILE… [--name key]"_s,
         u"Reads incidents and alerts from files (Graph's JSON, or a case file) into a tenant of their own that can only be read."_s, 1, anyNumber,
         {{u"name"_s, u"key"_s, u"What to call it; else after the first file."_s}}},
        {u"export-case"_s, u"ID FILE"_s,
         u"Writes an incident with its alerts, facts, comments, decisions and their proof into one JSON file, for import elsewhere."_s, 2, 2,
         {}},
        {u"actions"_s, u"[--filter expression]"_s, u"Lists the actions that wait for a person."_s, 0, 0,
         {{u"filter"_s, u"expression"_s, u"As for incidents; asked of the action and its incident."_s}}},
        {u"decide"_s, u"KIND TARGET…"_s,
         u"Takes a decision: approve, reject, handled (target: pending action), assign, tag, untag, classify, "
         u"status, resolve, comment (target: incident)."_s,
         2, anyNumber,
         {{u"value"_s, u"text"_s, u"What to set: a user, a tag, truePositive/phishing, …"_s},
          {u"comment"_s, u"text"_s, u"A comment to go with it."_s},
          {u"mail-action"_s, u"name"_s, u"approve: moveToInbox, moveToJunk, moveToDeletedItems, softDelete, hardDelete."_s},
          {u"confirm"_s, {}, u"Needed for what acts on other people's mail."_s},
          {u"no-hold"_s, {}, u"Do not wait for the undo time."_s},
          {u"wait"_s, {}, u"Return when every decision has ended or needs a person."_s}}},
        {u"outbox"_s, u"[list|send|cancel ID|confirm ID|settle ID]"_s, u"Decisions that are not finished."_s, 0, 2,
         {{u"note"_s, u"text"_s, u"settle: how it was settled."_s}}},
        {u"history"_s, u"[list|verify]"_s, u"Who did what; verify checks the chain."_s, 0, 1,
         {{u"limit"_s, u"n"_s, u"At most so many entries (200)."_s}}},
        {u"doctor"_s, u"[--integrity] [--report]"_s, u"Says what works on this machine, what does not, and what to do."_s, 0, 0,
         {{u"integrity"_s, {}, u"Read the databases from end to end too."_s},
          {u"report"_s, {}, u"Leave out people, tenants, hosts and folders, so that it can be passed on."_s}}},
    };
}

// Options that every command takes may stand before its name too; they are moved behind it.
QStringList withCommandFirst(const QStringList &words)
{
    const QList<Option> common = commonOptions();
    qsizetype at = 0;
    while (at < words.size() && words.at(at).startsWith(u"--")) {
        const QString name = words.at(at).mid(2).section(u'=', 0, 0);
        const auto option = std::find_if(common.cbegin(), common.cend(), [&](const Option &o) { return o.name == name; });
        if (option == common.cend())
            return words; // one of the window's
        const bool hasWordOfItsOwn = !option->valueName.isEmpty() && !words.at(at).contains(u'=');
        at += hasWordOfItsOwn ? 2 : 1;
    }
    if (at >= words.size() || words.at(at).startsWith(u'-'))
        return words;
    return QStringList {words.at(at)} + words.first(at) + words.sliced(at + 1);
}

domain::Error wrong(const QString &why)
{
    return domain::error(domain::ErrorKind::UsageWrong, u"read the command line"_s, why);
}

const Command *find(const QList<Command> &all, const QString &name)
{
    for (const Command &command : all) {
        if (command.name == name)
            return &command;
    }
    return nullptr;
}

} // namespace

domain::Result<Arguments> readArguments(const QStringList &given)
{
    const QStringList words = withCommandFirst(given);
    const QList<Command> all = commands();
    const bool isWindow = words.isEmpty() || words.constFirst().startsWith(u'-');
    const QString name = isWindow ? QString() : words.constFirst();
    const Command *command = find(all, name);
    if (!command)
        return wrong(u"there is no command \"%1\"; casemate --help lists them"_s.arg(name));

    QCommandLineParser parser;
    const QList<Option> options = command->options + commonOptions();
    for (const Option &option : options)
        parser.addOption(QCommandLineOption(option.name, option.meaning, option.valueName));
    if (!parser.parse(QStringList {u"casemate"_s} + words.mid(isWindow ? 0 : 1)))
        return wrong(parser.errorText());

    Arguments read {.command = name, .positional = parser.positionalArguments(), .values = {}, .flags = {}};
    for (const Option &option : options) {
        if (!parser.isSet(option.name))
            continue;
        if (option.valueName.isEmpty())
            read.flags.insert(option.name);
        else
            read.values.insert(option.name, parser.value(option.name));
    }
    const auto count = read.positional.size();
    if (!read.isSet(u"help"_s) && (count < command->leastWords || count > command->mostWords))
        return wrong(u"usage: casemate %1 %2"_s.arg(name, command->usage));
    return read;
}

QString helpText(const QString &name)
{
    const QList<Command> all = commands();
    const Command *command = find(all, name);
    QString text = command && !name.isEmpty() ? u"casemate %1 %2\n%3\n"_s.arg(command->name, command->usage, command->meaning)
                                              : u"casemate: console for Microsoft Defender incidents\n"_s;
    if (!command || name.isEmpty()) {
        for (const Command &each : all)
            text += u"\n  casemate %1\n      %2\n"_s.arg(QString(each.name + u' ' + each.usage).trimmed(), each.meaning);
    }
    const QList<Option> options = (command ? command->options : QList<Option>()) + commonOptions();
    text += u"\nOptions\n"_s;
    for (const Option &option : options) {
        const QString head = option.valueName.isEmpty() ? option.name : option.name + u" <"_s + option.valueName + u'>';
        text += u"  --%1  %2\n"_s.arg(head, -24).arg(option.meaning);
    }
    text += u"\nExit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 incomplete, 4 sign-in needed, 5 busy, 6 needs a person\n"_s;
    return text;
}

} // namespace app
