/** Signs that the staff pages and the console both have: strokes on a 24 unit grid. */
export const ICON_SHAPES = {
	check: "M5 12.5l4.5 4.5L19 7.5",
	alert: "M12 4L2.8 20h18.4L12 4M12 10v4.5M12 17.2v.3",
	lock: "M6.5 11h11v9h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
	person: "M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4.5 20.5c.8-4 3.8-6 7.5-6s6.700 2 7.500 6",
	sun: "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
	moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z",
} as const;
