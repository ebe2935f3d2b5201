import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
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
} from "../../rules/routes/device.ts";
import { DevicePurpose } from "../actor.ts";
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
} from "../people/device.ts";
import type { ProblemCode } from "../problem.ts";
import { AT_DOOR, AtBranch, COMMON, Done, type Endpoint, OF_BODY, Page, paged, WITH_BODY } from "./endpoint.ts";

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
	},
	pollPairing: {
		...POLL_PAIRING,
		permission: ROUTE_PERMISSIONS.pollPairing,
		body: z.strictObject({ deviceCode: DeviceCode }),
		output: PairingAnswer,
		problems: OPEN,
	},
	inspectPairing: {
		...INSPECT_PAIRING,
		permission: ROUTE_PERMISSIONS.inspectPairing,
		params: AtBranch,
		body: z.strictObject({ userCode: UserCode }),
		output: PairingRequest,
		problems: BY_CODE,
	},
	approvePairing: {
		...APPROVE_PAIRING,
		permission: ROUTE_PERMISSIONS.approvePairing,
		params: AtBranch,
		body: PairingApproval,
		output: Device,
		audit: "change",
		problems: [...BY_CODE, "unknown-counter", "branch-not-configured"],
	},
	denyPairing: {
		...DENY_PAIRING,
		permission: ROUTE_PERMISSIONS.denyPairing,
		params: AtBranch,
		body: z.strictObject({ userCode: UserCode }),
		output: Done,
		audit: "change",
		problems: BY_CODE,
	},
	devices: {
		...DEVICES,
		permission: ROUTE_PERMISSIONS.devices,
		query: Filter,
		output: paged(ListedDevice),
		problems: COMMON,
	},
	devicesOfBranch: {
		...DEVICES_OF_BRANCH,
		permission: ROUTE_PERMISSIONS.devicesOfBranch,
		params: AtBranch,
		query: Filter,
		output: paged(ListedDevice),
		problems: COMMON,
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
	},
	revokeDevice: {
		...REVOKE_DEVICE,
		permission: ROUTE_PERMISSIONS.revokeDevice,
		params: AtBranch.extend({ deviceId: DeviceId }),
		output: Device,
		audit: "change",
		problems: [...COMMON, "unknown-device"],
	},
	deviceChallenge: {
		...DEVICE_CHALLENGE,
		permission: ROUTE_PERMISSIONS.deviceChallenge,
		params: AtDevice,
		output: DeviceChallenge,
		problems: [...AT_DOOR, "device-not-paired", "invalid-input", "not-ready"],
	},
	deviceSession: {
		...DEVICE_SESSION,
		permission: ROUTE_PERMISSIONS.deviceSession,
		params: AtDevice,
		body: DeviceProof,
		output: DeviceSession,
		problems: [...OPEN, "device-not-paired", "device-proof-failed"],
	},
	reportDevice: {
		...REPORT_DEVICE,
		permission: ROUTE_PERMISSIONS.reportDevice,
		body: DeviceReport,
		output: Done,
		problems: WITH_BODY,
	},
} as const satisfies Record<string, Endpoint>;
