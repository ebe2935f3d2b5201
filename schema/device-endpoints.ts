import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../rules/route-permissions.ts";
import {
	APPROVE_PAIRING,
	DENY_PAIRING,
	DEVICE_CHALLENGE,
	DEVICE_SESSION,
	DEVICES,
	DEVICES_OF_BRANCH,
	INSPECT_PAIRING,
	POLL_PAIRING,
	RENAME_DEVICE,
	REPORT_DEVICE,
	REVOKE_DEVICE,
	START_PAIRING,
} from "../rules/routes/device.ts";
import { DevicePurpose } from "./actor.ts";
import {
	Device,
	DeviceChallenge,
	DeviceCode,
	DeviceId,
	DeviceName,
	DeviceProof,
	DeviceReport,
	DeviceSession,
	DeviceStatus,
	ListedDevice,
	PairingAnswer,
	PairingApproval,
	PairingBody,
	PairingRequest,
	PairingStart,
	UserCode,
} from "./device.ts";
import { AT_DOOR, AtBranch, COMMON, Done, type Endpoint, OF_BODY, Page, paged, WITH_BODY } from "./endpoint.ts";
import type { ProblemCode } from "./problem.ts";

const AtDevice = z.object({ deviceId: DeviceId });
const Filter = Page.extend({ purpose: DevicePurpose.optional(), status: DeviceStatus.optional() });
const OPEN = [...AT_DOOR, ...OF_BODY, "not-ready"] as const satisfies readonly ProblemCode[];
const BY_CODE = [
	...WITH_BODY,
	"unknown-pairing",
	"pairing-decided",
	"too-many-tries",
] as const satisfies readonly ProblemCode[];

/** Pairing a screen, kiosk or counter pad, signing it in by its key, and looking after those that are paired. */
export const DEVICE_ENDPOINTS = {
	startPairing: {
		...START_PAIRING,
		permission: ROUTE_PERMISSIONS.startPairing,
		body: PairingBody,
		output: PairingStart,
		problems: OPEN,
		summary: "A new device asks to be paired and gets the code to show",
	},
	pollPairing: {
		...POLL_PAIRING,
		permission: ROUTE_PERMISSIONS.pollPairing,
		body: z.strictObject({ deviceCode: DeviceCode }),
		output: PairingAnswer,
		problems: OPEN,
		summary: "The device asks what became of its code",
	},
	inspectPairing: {
		...INSPECT_PAIRING,
		permission: ROUTE_PERMISSIONS.inspectPairing,
		params: AtBranch,
		body: z.strictObject({ userCode: UserCode }),
		output: PairingRequest,
		problems: BY_CODE,
		summary: "What asks to be paired with this code, since when, and from where",
	},
	approvePairing: {
		...APPROVE_PAIRING,
		permission: ROUTE_PERMISSIONS.approvePairing,
		params: AtBranch,
		body: PairingApproval,
		output: Device,
		audit: "change",
		problems: [...BY_CODE, "unknown-counter", "branch-not-configured"],
		summary: "Let the device that shows this code into the branch, for one purpose",
	},
	denyPairing: {
		...DENY_PAIRING,
		permission: ROUTE_PERMISSIONS.denyPairing,
		params: AtBranch,
		body: z.strictObject({ userCode: UserCode }),
		output: Done,
		audit: "change",
		problems: BY_CODE,
		summary: "Refuse the device that shows this code",
	},
	devices: {
		...DEVICES,
		permission: ROUTE_PERMISSIONS.devices,
		query: Filter,
		output: paged(ListedDevice),
		problems: COMMON,
		summary: "All devices within the caller's place: connected or last seen, version, what they show, who paired them",
	},
	devicesOfBranch: {
		...DEVICES_OF_BRANCH,
		permission: ROUTE_PERMISSIONS.devicesOfBranch,
		params: AtBranch,
		query: Filter,
		output: paged(ListedDevice),
		problems: COMMON,
		summary: "The devices of one branch",
	},
	renameDevice: {
		...RENAME_DEVICE,
		permission: ROUTE_PERMISSIONS.renameDevice,
		params: AtBranch.extend({ deviceId: DeviceId }),
		body: z.strictObject({ name: DeviceName }),
		output: Device,
		versioned: true,
		audit: "change",
		problems: [...WITH_BODY, "unknown-device", "version-missing", "changed-since-read"],
		summary: "Give a device another name",
	},
	revokeDevice: {
		...REVOKE_DEVICE,
		permission: ROUTE_PERMISSIONS.revokeDevice,
		params: AtBranch.extend({ deviceId: DeviceId }),
		output: Device,
		audit: "change",
		problems: [...COMMON, "unknown-device"],
		summary: "End a device's pairing: its sessions and live connections end within a minute",
	},
	deviceChallenge: {
		...DEVICE_CHALLENGE,
		permission: ROUTE_PERMISSIONS.deviceChallenge,
		params: AtDevice,
		output: DeviceChallenge,
		problems: [...AT_DOOR, "device-not-paired", "invalid-input", "not-ready"],
		summary: "Something to sign, good once and for a minute",
	},
	deviceSession: {
		...DEVICE_SESSION,
		permission: ROUTE_PERMISSIONS.deviceSession,
		params: AtDevice,
		body: DeviceProof,
		output: DeviceSession,
		problems: [...OPEN, "device-not-paired", "device-proof-failed"],
		summary: "Sign a device in by its key",
	},
	reportDevice: {
		...REPORT_DEVICE,
		permission: ROUTE_PERMISSIONS.reportDevice,
		body: DeviceReport,
		output: Done,
		problems: WITH_BODY,
		summary: "A device says which build it runs and what it shows",
	},
} as const satisfies Record<string, Endpoint>;
