// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Seam: shows a page of the identity provider to the person. The system browser is opened by app/desktop; a command given
// by --browser is run by CommandBrowser. Engine thread.

#include "domain/result.h"

#include <QString>
#include <QUrl>

namespace remote {

class BrowserOpener
{
public:
    virtual ~BrowserOpener() = default;

    [[nodiscard]] virtual domain::Result<domain::Done> open(const QUrl &page) = 0;
};

// Runs a command with the address as its last argument. No shell takes part: quotes group words and nothing else is special.
class CommandBrowser final : public BrowserOpener
{
public:
    explicit CommandBrowser(QString command);

    [[nodiscard]] domain::Result<domain::Done> open(const QUrl &page) override;

private:
    QString m_command;
};

} // namespace remote
