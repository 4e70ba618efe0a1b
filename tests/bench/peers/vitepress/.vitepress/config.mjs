export default { title: 'Faultbook', lang: 'en', head: [['link', { rel: 'icon', href: '/favicon.svg' }]] };
