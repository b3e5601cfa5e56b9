import { factParser, reading } from './fact-parser.ts';
import { type XmlTag, xmlTags } from './xml-tags.ts';

const protocolOf = (tag: XmlTag): string =>
	tag.attributes.get('protocol') ?? tag.attributes.get('protocolHandlerClassName') ?? tag.attributes.get('className') ?? '';

const isAjp = (tag: XmlTag): boolean =>
	/^AJP\/|\.coyote\.ajp\.|\bJkCoyoteHandler$|\bAjp1[23]\w*Connector$/i.test(protocolOf(tag));
/** Elements of Tomcat's configuration: by them alone is a text known to be one. */
const element =
	/^(?:Server|Service|Engine|Host|Context|Listener|GlobalNamingResources|Executor|Connector|Valve|Realm|Resource|Cluster)$/i;
const isConnector = (tag: XmlTag): boolean => tag.name.toLowerCase() === 'connector';

/** The attribute that holds the secret; an empty one counts as none. */
function secretAttribute(tag: XmlTag): 'secret' | 'requiredSecret' | null {
	if (tag.attributes.get('secret')) return 'secret';
	return tag.attributes.get('requiredSecret') ? 'requiredSecret' : null;
}

/** A number, or the text where it is a placeholder such as `${ajp.port}`. */
function port(tag: XmlTag): number | string | null {
	const text = tag.attributes.get('port');
	if (text === undefined) return null;
	return /^\s*-?\d+\s*$/.test(text) ? Number(text) : text;
}

const isLoopback = (address: string): boolean =>
	/^(?:127\.\d+\.\d+\.\d+|\[?::1\]?|\[?0:0:0:0:0:0:0:1\]?|localhost)$/i.test(address.trim());

/** Tomcat takes a missing address for loopback only in the versions that came with secretRequired. */
const isExposed = (tag: XmlTag): boolean => {
	const address = tag.attributes.get('address');
	return address !== undefined && address !== '' && !isLoopback(address);
};

const linesOfAll = (tags: readonly XmlTag[]): readonly number[] =>
	tags.flatMap(({ firstLine, lastLine }) => Array.from({ length: lastLine - firstLine + 1 }, (_, index) => firstLine + index));

/** Connectors of Tomcat, however much of server.xml there is. Never tells a secret. */
export const tomcatServerXmlParser = factParser({
	format: 'tomcat-server-xml',
	namespace: 'tomcat',
	facts: {
		ajpConnectors: [
			'list',
			'Active AJP connectors as {port, address, secretRequired, secret (whether one is set), secretAttribute}; null where not set',
		],
		ajpEnabled: ['bool', 'Some AJP connector is active'],
		httpConnectors: ['list', 'Other connectors as {port, address, protocol, sslEnabled}'],
		exposed: ['bool', 'Some AJP connector is bound to an address that is not loopback'],
		addressMissing: [
			'bool',
			'Some AJP connector has no address: all addresses before 7.0.100, 8.5.51 and 9.0.31, loopback since',
		],
		secretSet: ['bool', 'There are AJP connectors and every one has a secret'],
		secretRequiredOff: ['bool', 'Some AJP connector has secretRequired="false"'],
	},
	resemblance: (text) => {
		const tags = xmlTags(text.slice(0, 65_536));
		if (tags.some((tag) => tag.name === 'Connector' && (tag.attributes.has('port') || tag.attributes.has('protocol'))))
			return 0.95;
		const isServer = tags.some((tag) => tag.name === 'Server' && tag.attributes.has('shutdown'));
		const known = tags.filter((tag) =>
			/^(?:Service|Engine|Host|Listener|GlobalNamingResources|Executor|Connector)$/.test(tag.name),
		);
		if (isServer || known.length > 1) return 0.9;
		return /<Connector\s[^>]*\bprotocol\s*=/.test(text.slice(0, 65_536)) ? 0.8 : 0;
	},
	read: ({ text }) => {
		const tags = xmlTags(text);
		const connectors = tags.filter(isConnector);
		const ajp = connectors.filter(isAjp);
		const other = connectors.filter((tag) => !isAjp(tag));
		if (!tags.some((tag) => element.test(tag.name)) && !(text.includes('<!--') && text.includes('<Connector')))
			return { facts: {} };
		const some = (chosen: readonly XmlTag[]) => reading(chosen.length > 0, linesOfAll(chosen));
		return {
			partial: tags.length === 0,
			facts: {
				ajpConnectors: reading(
					ajp.map((tag) => ({
						port: port(tag),
						address: tag.attributes.get('address') ?? null,
						secretRequired: tag.attributes.get('secretRequired') ?? null,
						secret: secretAttribute(tag) !== null,
						secretAttribute: secretAttribute(tag),
					})),
					linesOfAll(ajp),
				),
				ajpEnabled: some(ajp),
				httpConnectors: reading(
					other.map((tag) => ({
						port: port(tag),
						address: tag.attributes.get('address') ?? null,
						protocol: tag.attributes.get('protocol') ?? null,
						sslEnabled: /^true$/i.test(tag.attributes.get('SSLEnabled') ?? ''),
					})),
					linesOfAll(other),
				),
				exposed: some(ajp.filter(isExposed)),
				addressMissing: some(ajp.filter((tag) => !tag.attributes.get('address'))),
				secretSet: reading(ajp.length > 0 && ajp.every((tag) => secretAttribute(tag) !== null), linesOfAll(ajp)),
				secretRequiredOff: some(ajp.filter((tag) => /^false$/i.test(tag.attributes.get('secretRequired')?.trim() ?? ''))),
			},
		};
	},
});
