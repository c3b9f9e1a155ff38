// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/commandline.h"

#include "simulator/switches.h"

#include <array>
#include <functional>
#include <limits>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

using Setter = QString (*)(Options &, const QString &); // what is wrong with the value; empty: nothing

struct Argument {
    const char16_t *name;
    const char16_t *value; // nullptr: takes none
    const char16_t *help;
    Setter set;
};

template <typename Number>
QString setNumber(Number &target, const QString &text, qulonglong highest)
{
    bool isNumber = false;
    const qulonglong value = text.toULongLong(&isNumber);
    target = static_cast<Number>(value);
    return isNumber && value <= highest ? QString() : u"not a number from 0 to %1"_s.arg(highest);
}

QString setSpeed(Options &options, const QString &text)
{
    bool isNumber = false;
    options.speed = text.toDouble(&isNumber);
    return isNumber && options.speed >= 0 && options.speed <= 1e6 ? QString() : u"not a number from 0 to 1000000"_s;
}

QString setStart(Options &options, const QString &text)
{
    options.start = QDateTime::fromString(text, Qt::ISODate).toUTC();
    return options.start.isValid() ? QString() : u"not a time like 2026-03-02T08:00:00Z"_s;
}

QString setSize(Options &options, const QString &text)
{
    const WorldSize *size = findWorldSize(text);
    if (size == nullptr) {
        QStringList names;
        for (const WorldSize &known : worldSizes())
            names.append(known.name);
        return u"not one of %1"_s.arg(names.join(u", "));
    }
    options.size = *size;
    return {};
}

QString setIncidents(Options &options, const QString &text)
{
    int incidents = 0;
    const QString problem = setNumber(incidents, text, mostIncidents);
    options.incidents = incidents;
    return problem;
}

QString setSwitch(Options &options, const QString &text)
{
    const auto equals = text.indexOf(u'=');
    if (equals <= 0)
        return u"not of the form NAME=VALUE"_s;
    const QString name = text.first(equals);
    const QString value = text.sliced(equals + 1);
    const auto ours = options.switches.set(name, value);
    if (!ours)
        return ours.error();
    if (*ours)
        return {};
    options.tenantSwitches.insert(name, value);
    return Switches().set(name, value);
}

QString setText(QString &target, const QString &text)
{
    target = text;
    return text.isEmpty() ? u"empty"_s : QString();
}

QString setTrue(bool &target)
{
    target = true;
    return {};
}

constexpr std::array arguments = {
    Argument {u"--port", u"N", u"port of sign-in and Graph, 0: any",
              [](Options &o, const QString &v) { return setNumber(o.port, v, 65535); }},
    Argument {u"--control-port", u"N", u"port of the control side, 0: any",
              [](Options &o, const QString &v) { return setNumber(o.controlPort, v, 65535); }},
    Argument {
        u"--seed", u"S", u"the world is made from it",
        [](Options &o, const QString &v) { return setNumber(o.seed, v, std::numeric_limits<qulonglong>::max()); }},
    Argument {u"--size", u"NAME", u"of the world, see below", setSize},
    Argument {u"--incidents", u"N", u"incidents at time zero, up to 1000000; without it as many as the size says",
              setIncidents},
    Argument {u"--tenants", u"N", u"tenants side by side, 1 to 20, each with its own people, keys and data",
              [](Options &o, const QString &v) {
                  const QString problem = setNumber(o.tenants, v, 20);
                  return problem.isEmpty() && o.tenants == 0 ? u"not a number from 1 to 20"_s : problem;
              }},
    Argument {u"--auto-approve", nullptr, u"the sign-in page redirects at once",
              [](Options &o, const QString &) { return setTrue(o.autoApprove); }},
    Argument {u"--speed", u"X", u"simulated seconds per second; without it time stands still", setSpeed},
    Argument {u"--start", u"TIME", u"simulated time zero (ISO 8601); the last full hour without it", setStart},
    Argument {u"--unthrottled", nullptr, u"no limit of calls per minute",
              [](Options &o, const QString &) { return setTrue(o.unthrottled); }},
    Argument {u"--tls", nullptr, u"https with a certificate of its own authority",
              [](Options &o, const QString &) { return setTrue(o.tls); }},
    Argument {u"--world", u"FILE", u"keeps identities and world over a restart",
              [](Options &o, const QString &v) { return setText(o.worldFile, v); }},
    Argument {u"--replay", u"DIR", u"serves recorded Graph JSON, read only",
              [](Options &o, const QString &v) { return setText(o.replayFolder, v); }},
    Argument {u"--scenario", u"FILE", u"what goes wrong, and when (JSON)",
              [](Options &o, const QString &v) { return setText(o.scenarioFile, v); }},
    Argument {u"--effects", u"FILE", u"writes every effect as it happens (JSON Lines)",
              [](Options &o, const QString &v) { return setText(o.effectsFile, v); }},
    Argument {u"--record", u"DIR", u"writes every Graph exchange, for --replay",
              [](Options &o, const QString &v) { return setText(o.recordFolder, v); }},
    Argument {u"--check", u"EFFECTS", u"serves nothing: compares such a file with a client's",
              [](Options &o, const QString &v) { return setText(o.checkedEffects, v); }},
    Argument {u"--ledger", u"FILE", u"for --check: from casemate history or export-case",
              [](Options &o, const QString &v) { return setText(o.checkedLedger, v); }},
    Argument {u"--switch", u"NAME=VALUE", u"sets a switch; may be repeated", setSwitch},
    Argument {u"--parent-watch", nullptr, u"end when standard input ends",
              [](Options &o, const QString &) { return setTrue(o.parentWatch); }},
    Argument {u"--help", nullptr, u"this text", [](Options &o, const QString &) { return setTrue(o.wantsHelp); }},
};

const Argument *find(const QString &name)
{
    for (const Argument &argument : arguments) {
        if (name == QStringView(argument.name))
            return &argument;
    }
    return nullptr;
}

} // namespace

Result<Options> parseCommandLine(const QStringList &words)
{
    Options options;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto equals = words[i].startsWith(u"--") ? words[i].indexOf(u'=') : -1;
        const QString name = equals < 0 ? words[i] : words[i].first(equals);
        const Argument *argument = find(name);
        if (!argument)
            return Failure {u"unknown argument %1"_s.arg(words[i])};
        QString value;
        if (argument->value && equals >= 0)
            value = words[i].sliced(equals + 1);
        else if (argument->value && i + 1 < words.size())
            value = words[++i];
        else if (argument->value)
            return Failure {u"%1 needs a value"_s.arg(name)};
        else if (equals >= 0)
            return Failure {u"%1 takes no value"_s.arg(name)};
        if (const QString problem = argument->set(options, value); !problem.isEmpty())
            return Failure {u"%1 %2: %3"_s.arg(name, value, problem)};
    }
    if (options.checkedEffects.isEmpty() != options.checkedLedger.isEmpty())
        return Failure {u"--check and --ledger belong together"_s};
    return options;
}

QString usage()
{
    QString text = u"casemate-simulator: a demo tenant over HTTP on the loopback interface\n"_s;
    for (const Argument &argument : arguments) {
        QString left = u"  "_s + QStringView(argument.name);
        if (argument.value)
            left += u' ' + QStringView(argument.value);
        text += left.leftJustified(24) + u' ' + QStringView(argument.help) + u'\n';
    }
    text += u"\nSizes:\n"_s;
    for (const WorldSize &size : worldSizes())
        text += u"  %1  %2\n"_s.arg(size.name, size.meaning);
    text += u"\nSwitches, each with its initial value:\n"_s;
    for (const QString &line : StartSwitches::help())
        text += u"  "_s + line + u'\n';
    for (const SwitchEntry &entry : Switches::table())
        text += u"  %1=%2  %3\n"_s.arg(entry.name, entry.initial, entry.meaning);
    return text;
}

} // namespace simulator
