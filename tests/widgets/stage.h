// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A window on an office, shown and read, with what a test does to it: press keys, find what is visible. Main thread.

#include "widgets/mainwindow.h"
#include "widgets/office.h"
#include "widgets/rowview.h"
#include "widgets/visible.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>

namespace fixture {

class Stage
{
public:
    explicit Stage(const World &world = ordinaryWorld(HandClock().now()), const World &later = {})
        : office(world, later)
        , window(office.materials())
    {
        widgets::applyTheme(*qApp, widgets::Scheme::Light);
        QObject::connect(office.engine.get(), &domain::Engine::pullStateChanged, &window, &widgets::MainWindow::takePull);
        QObject::connect(office.engine.get(), &domain::Engine::capabilitiesChanged, &window, &widgets::MainWindow::takeCapabilities);
        office.load();
        window.show();
        window.activateWindow();
        [this] { QVERIFY(QTest::qWaitForWindowActive(&window)); }();
        window.goTo(widgets::Command::GoQueue);
    }

    template <class T>
    T *visible(const QString &name) const
    {
        return fixture::visibleChild<T>(window, name);
    }
    [[nodiscard]] widgets::RowView *rows() const { return visible<widgets::RowView>(QStringLiteral("rows")); }
    [[nodiscard]] QAbstractButton *button(const QString &name) const { return visible<QAbstractButton>(name); }
    [[nodiscard]] QString labelText(const QString &name) const
    {
        const auto *label = visible<QLabel>(name);
        return label ? label->text() : QString();
    }

    // To whatever has the focus, as a keyboard does.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : const_cast<widgets::MainWindow *>(&window), key, modifiers);
    }
    void type(const QString &text) const
    {
        for (const QChar letter : text)
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
    }
    void trigger(widgets::Command command) { window.commands().action(command)->trigger(); }
    [[nodiscard]] bool isOffered(widgets::Command command) { return window.commands().action(command)->isEnabled(); }

    Office office;
    widgets::MainWindow window;
};

} // namespace fixture
