"""The few methods of org.freedesktop.systemd1 that systemd-logind calls, on a machine where systemd is not the init.

Every job is done at once and every unit is gone as soon as it is stopped or abandoned.
"""

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

MANAGER = "org.freedesktop.systemd1.Manager"
ROOT = "/org/freedesktop/systemd1"


def path_of(unit):
    escaped = "".join(c if c.isalnum() else "_%02x" % ord(c) for c in unit)
    return f"{ROOT}/unit/{escaped}"


class Unit(dbus.service.Object):
    def __init__(self, bus, manager, name):
        super().__init__(bus, path_of(name))
        self.manager, self.name, self.state = manager, name, "active"

    @dbus.service.method(dbus.PROPERTIES_IFACE, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return {"ActiveState": self.state, "Id": self.name, "Job": "/"}.get(name, "")

    @dbus.service.method("org.freedesktop.systemd1.Scope")
    def Abandon(self):
        GLib.idle_add(self.manager.remove, self.name)


class OtherUnits(dbus.service.FallbackObject):
    """Units that nobody started here, httpd's among them: systemctl asks for their properties."""

    @dbus.service.method(dbus.PROPERTIES_IFACE, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return {"LoadState": "not-found", "ActiveState": "inactive", "SubState": "dead"}


class Manager(dbus.service.Object):
    def __init__(self, bus):
        super().__init__(bus, ROOT)
        self.bus, self.jobs, self.units = bus, 0, {}

    def job(self, unit, after):
        self.jobs += 1
        path = f"{ROOT}/job/{self.jobs}"
        number = self.jobs

        def done():
            self.JobRemoved(number, path, unit, "done")
            after()
            return False

        GLib.idle_add(done)
        return dbus.ObjectPath(path)

    def add(self, name):
        if name not in self.units:
            self.units[name] = Unit(self.bus, self, name)
        self.units[name].state = "active"

    def remove(self, name):
        if name in self.units:
            self.units[name].state = "inactive"
        self.UnitRemoved(name, path_of(name))
        return False

    @dbus.service.method(MANAGER)
    def Subscribe(self):
        pass

    @dbus.service.method(MANAGER, in_signature="ssa(sv)a(sa(sv))", out_signature="o")
    def StartTransientUnit(self, name, mode, properties, auxiliary):
        self.add(name)
        return self.job(name, lambda: None)

    @dbus.service.method(MANAGER, in_signature="ss", out_signature="o")
    def StartUnit(self, name, mode):
        self.add(name)
        return self.job(name, lambda: None)

    @dbus.service.method(MANAGER, in_signature="ss", out_signature="o")
    def StopUnit(self, name, mode):
        return self.job(name, lambda: self.remove(name))

    @dbus.service.method(MANAGER, in_signature="ssi")
    def KillUnit(self, name, whom, signal):
        pass

    @dbus.service.signal(MANAGER, signature="uoss")
    def JobRemoved(self, number, path, unit, result):
        pass

    @dbus.service.signal(MANAGER, signature="so")
    def UnitRemoved(self, name, path):
        pass


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
bus = dbus.SystemBus()
name = dbus.service.BusName("org.freedesktop.systemd1", bus)
manager = Manager(bus)
others = OtherUnits(bus, f"{ROOT}/unit")
GLib.MainLoop().run()
