// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The machines of the tenant: a laptop for each person and a few servers. Made on demand from the seed, always the same
// for the same number. Pure.

#include <QString>

namespace simulator {

struct Device {
    QString hostName;
    QString dnsName;
    QString mdeId; // 40 hexadecimal digits
    QString entraId;
    QString platform;
    QString version;
    qint64 build = 0;
    QString address; // inside
    QString externalAddress;
    bool server = false;
};

[[nodiscard]] Device laptopOf(quint64 seed, int person);

enum class Server { DomainController, FileServer, MailRelay };
[[nodiscard]] Device serverOf(quint64 seed, Server role);

} // namespace simulator
