// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of `start` and `memory`: an empty window, linked with Qt alone.
#include "bench/resident.h"

#include <QApplication>
#include <QMainWindow>

namespace {

class BareWindow final : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        if (!m_isPainted) {
            QMetaObject::invokeMethod(
                this,
                [] {
                    bench::say("rows", bench::residentMemory());
                    bench::say("settled", bench::residentMemory());
                },
                Qt::QueuedConnection);
        }
        m_isPainted = true;
    }

private:
    bool m_isPainted = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    BareWindow window;
    window.resize(1600, 1000);
    window.show();
    return QApplication::exec();
}
