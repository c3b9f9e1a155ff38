// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginesetup.h"

#include "remote/networktransport.h"

namespace casemate::sync {

EngineSeams EngineSeams::real(std::function<std::shared_ptr<remote::BrowserOpener>()> browser)
{
    EngineSeams seams;
    seams.clock = [] { return std::make_shared<domain::SystemClock>(); };
    seams.transport = [](const domain::Cloud &cloud) { return std::make_shared<remote::NetworkTransport>(cloud); };
    seams.secrets = [](QObject *asker, SecretsReady ready) { remote::openSecretStore(asker, std::move(ready)); };
    seams.browser = std::move(browser);
    return seams;
}

} // namespace casemate::sync
