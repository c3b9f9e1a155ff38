// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a command works with: its arguments, where its words go, and the tenant it is about. Lives until finish() has been
// called; every question a command asks has it as asker, so nothing is answered after that. Main thread.

#include "arguments.h"
#include "exitcode.h"
#include "output.h"
#include "settings.h"
#include "tenantregistry.h"

#include "domain/decoder.h"
#include "store/datapaths.h"
#include "store/readers.h"

#include <QObject>

#include <memory>

namespace app {

class Console;

class CommandContext final : public QObject
{
    Q_OBJECT
public:
    CommandContext(Arguments arguments, QByteArray input, std::shared_ptr<Output> output, QObject *parent = nullptr);
    ~CommandContext() override;

    [[nodiscard]] const Arguments &arguments() const { return m_arguments; }
    [[nodiscard]] const QByteArray &input() const { return m_input; } // read for the command where it was typed
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    [[nodiscard]] TenantRegistry &registry() { return m_registry; }
    [[nodiscard]] const store::DataPaths &paths() const { return m_paths; }
    [[nodiscard]] std::shared_ptr<Output> output() const { return m_output; }

    void out(const QByteArray &bytes) { m_output->out(bytes); }
    void note(const QString &sentence); // one line on stderr
    void fail(const domain::Error &error); // one line on stderr and the exit code that belongs to it
    void finish(ExitCode code);
    [[nodiscard]] bool isFinished() const { return m_finished; }

    // --tenant or the only one. False: the command has failed.
    [[nodiscard]] bool chooseTenant();
    [[nodiscard]] const domain::Tenant &tenant() const { return m_tenant; }
    [[nodiscard]] QString tenantFolder() const; // of the account that signed in last
    // Reads the databases without owning them. False: the command has failed.
    [[nodiscard]] bool openReaders();
    [[nodiscard]] store::Readers &readers() { return *m_readers; }

    // Set for commands that need the engine; the console of this process or of its window.
    void setConsole(Console *console) { m_console = console; }
    [[nodiscard]] Console &console() { return *m_console; }

    // What a question about a tenant's database answers, or the command's failure.
    template <class T>
    [[nodiscard]] bool holds(const domain::Result<T> &result)
    {
        if (!result)
            fail(result.error());
        return result.hasValue();
    }

Q_SIGNALS:
    void finished();

private:
    Arguments m_arguments;
    QByteArray m_input;
    std::shared_ptr<Output> m_output;
    Settings m_settings;
    TenantRegistry m_registry;
    store::DataPaths m_paths;
    domain::Tenant m_tenant;
    std::unique_ptr<domain::Decoder> m_decoder;
    std::unique_ptr<store::Readers> m_readers;
    Console *m_console = nullptr;
    bool m_finished = false;
};

} // namespace app
