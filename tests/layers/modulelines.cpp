// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/modulelines.h"

#include "layers/cmaketext.h"

using namespace Qt::StringLiterals;

namespace layers {

namespace {

struct ForbiddenPath {
    QLatin1StringView from; // "*": any module
    QLatin1StringView to; // a module, a library from outside, or "*": any module
    QLatin1StringView reason;
};

// Over any number of arrows.
constexpr ForbiddenPath forbiddenPaths[] = {
    {"domain"_L1, "*"_L1, "domain is the ground and stands on no other module"_L1},
    {"simulator"_L1, "*"_L1, "the demo tenant shares nothing with the client it tests"_L1},
    {"*"_L1, "simulator"_L1, "the demo tenant shares nothing with the client it tests"_L1},
    {"*"_L1, "app"_L1, "the composition root is used by nobody"_L1},
    {"models"_L1, "remote"_L1, "views and network meet in the store"_L1},
    {"models"_L1, "sync"_L1, "views and network meet in the store"_L1},
    {"models"_L1, "Qt6::Network"_L1, "views and network meet in the store"_L1},
    {"models"_L1, "Qt6::Widgets"_L1, "models show nothing themselves"_L1},
    {"widgets"_L1, "remote"_L1, "views and network meet in the store"_L1},
    {"widgets"_L1, "sync"_L1, "views and network meet in the store"_L1},
    {"widgets"_L1, "Qt6::Network"_L1, "views and network meet in the store"_L1},
    {"remote"_L1, "store"_L1, "views and network meet in the store, and sync alone knows both"_L1},
    {"remote"_L1, "models"_L1, "the network never speaks to the views"_L1},
    {"store"_L1, "remote"_L1, "the store is a meeting point and calls nobody"_L1},
    {"store"_L1, "models"_L1, "the store is a meeting point and calls nobody"_L1},
    {"sync"_L1, "models"_L1, "the network never speaks to the views"_L1},
    {"sync"_L1, "widgets"_L1, "the network never speaks to the views"_L1},
};

bool breaks(const ForbiddenPath &path, const ModuleLines &modules, const QString &name, const QSet<QString> &reached)
{
    if (path.from != "*"_L1 && path.from != name)
        return false;
    if (path.to == "*"_L1)
        return !reached.isEmpty();
    if (reached.contains(path.to))
        return true;
    if (modules.value(name).links.contains(path.to))
        return true;
    return std::any_of(reached.begin(), reached.end(),
                       [&](const QString &other) { return modules.value(other).links.contains(path.to); });
}

} // namespace

ModuleLines readModuleLines(const QString &cmakeText)
{
    ModuleLines modules;
    for (const CMakeCommand &command : readCMake(cmakeText)) {
        if (command.name != "casemate_module"_L1 || command.arguments.isEmpty())
            continue;
        ModuleLine module;
        module.line = command.line;
        QSet<QString> *list = nullptr;
        for (const CMakeArgument &argument : command.arguments.mid(1)) {
            if (argument.text == "USES"_L1)
                list = &module.uses;
            else if (argument.text == "LINKS"_L1)
                list = &module.links;
            else if (list)
                list->insert(argument.text);
        }
        modules.insert(command.arguments.first().text, module);
    }
    return modules;
}

QSet<QString> reachable(const ModuleLines &modules, const QString &name)
{
    QSet<QString> reached;
    QList<QString> open = modules.value(name).uses.values();
    while (!open.isEmpty()) {
        const QString next = open.takeLast();
        if (reached.contains(next))
            continue;
        reached.insert(next);
        open += modules.value(next).uses.values();
    }
    return reached;
}

Findings checkModuleLines(const ModuleLines &modules, const QString &file)
{
    Findings findings;
    for (auto module = modules.cbegin(); module != modules.cend(); ++module) {
        const QSet<QString> reached = reachable(modules, module.key());
        if (reached.contains(module.key()))
            findings.append({file, module->line, u"%1 uses itself by way of others"_s.arg(module.key())});
        for (const QString &used : module->uses) {
            if (!modules.contains(used))
                findings.append({file, module->line, u"%1 uses %2, which is no module"_s.arg(module.key(), used)});
        }
        for (const ForbiddenPath &path : forbiddenPaths) {
            if (breaks(path, modules, module.key(), reached))
                findings.append(
                    {file, module->line,
                     u"%1 must not reach %2: %3"_s.arg(
                         module.key(), path.to == "*"_L1 ? u"any module"_s : QString(path.to), QString(path.reason))});
        }
    }
    return findings;
}

} // namespace layers
