// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/child.h"

#include "bench/measure.h"
#include "bench/resident.h"

#include "app/console.h"
#include "app/hardening.h"
#include "app/tenantregistry.h"
#include "models/modelset.h"
#include "widgets/mainwindow.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QSocketNotifier>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int patience = 60'000; // milliseconds

// Says so when rows of the queue have been painted for the first time, and ends the event loop.
class FirstRows final : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        const auto *rows = qobject_cast<widgets::RowView *>(watched->parent());
        if (!rows || watched != rows->viewport() || !rows->model() || rows->model()->rowCount() == 0)
            return false;
        qApp->removeEventFilter(this);
        QMetaObject::invokeMethod( // when this event is over, the rows are there
            qApp,
            [] {
                say("rows", residentMemory());
                QApplication::quit();
            },
            Qt::QueuedConnection);
        return false;
    }
};

bool isAllRead(models::ModelSet &models)
{
    return models.queue()->isLoaded() && models.approvals()->isLoaded() && models.outbox()->isLoaded()
        && models.history()->isLoaded();
}

} // namespace

// As `casemate --data-dir ROOT` does it, from the list of tenants to the rows.
int runWindow(int &argc, char **argv, const QString &root)
{
    app::harden();
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    widgets::applyTheme(application, widgets::Scheme::Light);
    const auto tenant = app::TenantRegistry(app::TenantRegistry::standardFile(root)).choose({});
    if (!tenant)
        giveUp(u"there is no tenant in "_s + root);
    auto console = app::Console::open({.tenant = *tenant, .settings = {}, .paths = {root}, .browser = {}, .keepsUp = true});
    if (!console)
        giveUp(u"the tenant cannot be opened: "_s + console.error().detail);
    app::Console &opened = **console;
    models::ModelSet models(opened.readers(), opened.clock());
    widgets::MainWindow window({opened.engine(), models, opened.desk(), opened.clock(), *tenant});
    FirstRows firstRows;
    qApp->installEventFilter(&firstRows);
    models.load();
    window.show();
    QApplication::exec();
    if (!QTest::qWaitFor([&] { return isAllRead(models); }, patience))
        giveUp(u"the models do not end reading"_s);
    say("settled", residentMemory());
    // In order: a cache that was not closed is checked at the next start, page by page.
    const QSocketNotifier noInput(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&noInput, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    return QApplication::exec();
}

} // namespace bench
