// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the demo tenant serves pages of incidents with their alerts: were it slower than its client, every other figure
// would be one of it. Processor time of its process for each megabyte, against QJsonDocument reading the same.
#include "bench/source.h"
#include "bench/subjects.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace bench {

QList<Comparison> measureServing(const Order &order, Worlds &)
{
    Source source({u"--seed"_s, u"7"_s, u"--incidents"_s, QString::number(order.pageItems)});
    QList<QByteArray> bodies;
    const auto serve = [&] {
        constexpr double enough = 200; // ms: /proc counts in steps of ten
        qint64 bytes = 0;
        double spent = 0;
        for (const double before = source.processorMsecs(); spent < enough; spent = source.processorMsecs() - before) {
            bodies.clear();
            source.drain("/v1.0/security/incidents", "$top=50&$expand=alerts", [&](const QByteArray &body) {
                bodies.append(body);
                bytes += body.size();
            });
        }
        return spent * 1e6 / double(bytes);
    };
    const auto read = [&] {
        qint64 bytes = 0;
        const double spent = milliseconds([&] {
            for (const QByteArray &body : std::as_const(bodies)) {
                bytes += body.size();
                if (QJsonDocument::fromJson(body).isNull())
                    giveUp(u"QJsonDocument reads nothing"_s);
            }
        });
        return spent * 1e6 / double(bytes);
    };
    (void)serve(); // so that there is something to read first
    return {compare({.name = u"serve.expanded"_s,
                     .subject = u"the demo tenant serves %1 incidents with their alerts, packed"_s.arg(order.pageItems),
                     .peer = u"QJsonDocument reads the same"_s,
                     .unit = u"ms/MB"_s},
                    order.rounds, serve, read)};
}

} // namespace bench
