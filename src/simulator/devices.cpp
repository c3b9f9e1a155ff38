// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices.h"

#include "people.h"
#include "random.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 deviceStream = 11;

Device named(Random &random, const QString &name)
{
    Device device;
    device.hostName = name;
    device.dnsName = name + u'.' + organisationDomain;
    device.mdeId = random.hex(40);
    device.entraId = random.guid();
    device.externalAddress = u"198.51.100.%1"_s.arg(random.between(10, 40));
    return device;
}

} // namespace

Device laptopOf(quint64 seed, int person)
{
    Random random(seed, {deviceStream, static_cast<quint64>(person)});
    Device device = named(random, u"hl-lt-%1"_s.arg(person, 4, 10, QChar(u'0')));
    const bool newer = random.chance(70);
    device.platform = newer ? u"Windows11"_s : u"Windows10"_s;
    device.version = newer ? u"23H2"_s : u"22H2"_s;
    device.build = newer ? 22631 : 19045;
    device.address = u"10.20.%1.%2"_s.arg(person / 200).arg(20 + person % 200);
    return device;
}

Device serverOf(quint64 seed, Server role)
{
    Random random(seed, {deviceStream, 1'000'000 + static_cast<quint64>(role)});
    const QString names[] = {u"hl-dc-01"_s, u"hl-fs-02"_s, u"hl-mx-01"_s};
    Device device = named(random, names[static_cast<int>(role)]);
    device.platform = u"WindowsServer2022"_s;
    device.version = u"21H2"_s;
    device.build = 20348;
    device.address = u"10.20.250.%1"_s.arg(10 + static_cast<int>(role));
    device.server = true;
    return device;
}

} // namespace simulator
