// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs one command where it has to run: here, or, when another process owns the tenant, in that process. The same class
// serves a window that runs the command for somebody else. Main thread.

#include "commandcontext.h"
#include "console.h"
#include "ownersocket.h"

#include <QObject>

#include <memory>

namespace app {

class CommandRunner final : public QObject
{
    Q_OBJECT
public:
    explicit CommandRunner(QObject *parent = nullptr);
    ~CommandRunner() override;

    // In a process of its own. `words`: without the program's name.
    void run(const QStringList &words, std::shared_ptr<Output> output);
    // For another process, by the owner, whose console it is.
    void runFor(const OwnerRequest &request, std::shared_ptr<Output> output, Console &owner);

private:
    struct Way;
    void start(CommandContext &context, const QStringList &words);
    void withConsole(CommandContext &context, const QStringList &words, void (*command)(CommandContext &));
    void forward(CommandContext &context, const QStringList &words);

    std::unique_ptr<Console> m_console; // of a command that owns the tenant while it runs
};

} // namespace app
